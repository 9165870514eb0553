package org.govshare.catalog.finding.saved;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.govshare.catalog.finding.FindingService;
import org.govshare.catalog.finding.QueryParameters;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Keeps searches for those who made them. */
@Singleton
class SavedSearchService {

  /** Most searches that one person keeps. */
  private static final int LIMIT = 50;

  private final SavedSearchRepository searches;
  private final FindingService finding;
  private final Clock clock;

  SavedSearchService(SavedSearchRepository searches, FindingService finding, Clock clock) {
    this.searches = searches;
    this.finding = finding;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<SavedSearchView>> list(Caller caller, PageRequest request) {
    return searches
        .page(caller.name(), request)
        .chain(
            page ->
                Multi.createFrom()
                    .iterable(page.items())
                    .onItem()
                    .transformToUniAndConcatenate(search -> view(caller, search))
                    .collect()
                    .asList()
                    .map(views -> Page.of(views, page.total(), request)));
  }

  private Uni<SavedSearchView> view(Caller caller, SavedSearch search) {
    return newSince(caller, search)
        // What has no answer any more, as its category is gone, is kept and stays to be deleted.
        .onFailure(Problem.class)
        .recoverWithItem(0L)
        .map(search::view);
  }

  private Uni<Long> newSince(Caller caller, SavedSearch search) {
    return finding.countSince(caller, QueryParameters.parse(search.query()), search.lookedAt());
  }

  @WithTransaction
  Uni<SavedSearchView> save(Caller caller, SavedSearchInput input) {
    input.check();
    SavedSearch search = new SavedSearch(caller.name(), input, clock.instant());
    return searches
        .countOf(caller.name())
        .invoke(
            kept -> {
              if (kept >= LIMIT) {
                throw new Conflict("too-many-saved-searches", LIMIT);
              }
            })
        .chain(() -> free(caller, input, search.id()))
        .chain(() -> newSince(caller, search))
        .chain(() -> searches.persistAndFlush(search))
        .replaceWith(() -> search.view(0));
  }

  private Uni<Void> free(Caller caller, SavedSearchInput input, UUID id) {
    return searches
        .isTaken(caller.name(), input.name().strip(), id)
        .invoke(
            taken -> {
              if (taken) {
                throw new InvalidInput("name", "duplicate", input.name().strip());
              }
            })
        .replaceWithVoid();
  }

  @WithTransaction
  Uni<SavedSearchView> change(
      Caller caller, UUID id, ExpectedVersion expected, SavedSearchInput input) {
    input.check();
    return searches
        .locked(caller.name(), id)
        .invoke(search -> expected.check(search.revision()))
        .call(() -> free(caller, input, id))
        .invoke(search -> search.write(input))
        .call(search -> newSince(caller, search))
        .call(searches::flush)
        .chain(search -> view(caller, search));
  }

  /** Counts what is new from now on. */
  @WithTransaction
  Uni<SavedSearchView> look(Caller caller, UUID id) {
    return searches
        .locked(caller.name(), id)
        .invoke(search -> search.lookedAt(clock.instant()))
        .call(searches::flush)
        .chain(search -> view(caller, search));
  }

  @WithTransaction
  Uni<Void> delete(Caller caller, UUID id, ExpectedVersion expected) {
    return searches
        .locked(caller.name(), id)
        .invoke(search -> expected.check(search.revision()))
        .chain(searches::delete);
  }
}
