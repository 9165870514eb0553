package org.govshare.catalog.bulk;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.govshare.catalog.job.JobRun;
import org.govshare.catalog.lifecycle.Steps;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;

/**
 * Tells those who listen to publications what an import took over, some hundred resources in a
 * transaction, which also remembers how far it has come: a commit that is resumed tells nothing
 * twice. Called on worker threads.
 */
@Singleton
class TakeOverNews {

  private static final int AT_A_TIME = 500;
  private static final UUID FIRST = new UUID(0, 0);

  private final Steps steps;
  private final ResourceRepository resources;

  TakeOverNews(Steps steps, ResourceRepository resources) {
    this.steps = steps;
    this.resources = resources;
  }

  void tell(Batch batch, JobRun run) {
    if (!onEventLoop(() -> Panache.withSession(steps::anybodyHearsOfTakeOver))) {
      return;
    }
    long told = 0;
    int slice;
    run.stage("TELLING");
    do {
      slice = onEventLoop(() -> Panache.withTransaction(() -> slice(batch)));
      told += slice;
      run.progress(told, null);
    } while (slice == AT_A_TIME);
  }

  private Uni<Integer> slice(Batch batch) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select coalesce(told_id, ?2) from import_batch where id = ?1 for update",
                        UUID.class)
                    .setParameter(1, batch.id())
                    .setParameter(2, FIRST)
                    .getSingleResult())
        .chain(
            after ->
                resources
                    .find(
                        "batchId = ?1 and state = ?2 and id > ?3 order by id",
                        batch.id(),
                        ResourceState.PUBLISHED,
                        after)
                    .page(0, AT_A_TIME)
                    .list())
        .call(found -> found.isEmpty() ? Uni.createFrom().voidItem() : tell(batch, found))
        .map(List::size);
  }

  private Uni<Void> tell(Batch batch, List<InformationResource> found) {
    Caller actor =
        new Caller(batch.owner(), Optional.of(batch.department()), Set.of(Roles.CATALOG_PUBLISHER));
    UUID last = found.get(found.size() - 1).id();
    return steps
        .takenOver(actor, batch.approval(), found)
        .chain(Panache::getSession)
        .chain(
            session ->
                session
                    .createNativeQuery("update import_batch set told_id = ?2 where id = ?1")
                    .setParameter(1, batch.id())
                    .setParameter(2, last)
                    .executeUpdate())
        .replaceWithVoid();
  }

  private static <T> T onEventLoop(Supplier<Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(work);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }
}
