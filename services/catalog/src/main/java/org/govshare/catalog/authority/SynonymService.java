package org.govshare.catalog.authority;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.govshare.catalog.history.Changes;
import org.govshare.catalog.person.SeparatedDuties;
import org.govshare.catalog.search.SearchText;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Keeps the list of synonyms. A change counts from the next comparison on. */
@Singleton
class SynonymService {

  private static final String KIND = "item-synonym";

  private final SynonymRepository synonyms;
  private final Changes changes;
  private final Clock clock;

  SynonymService(SynonymRepository synonyms, Changes changes, Clock clock) {
    this.synonyms = synonyms;
    this.changes = changes;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<Synonym.View>> list(Caller caller, PageRequest page) {
    SeparatedDuties.refuse(caller);
    return synonyms.page(page).map(found -> found.map(Synonym::view));
  }

  @WithTransaction
  Uni<Synonym.View> create(Caller caller, Synonym.Pair pair) {
    caller.requireRole(Roles.CATALOG_PUBLISHER);
    pair.check();
    Synonym synonym = new Synonym(pair, caller.name(), clock.instant());
    return refuseSecond(pair, null)
        .chain(() -> synonyms.persistAndFlush(synonym))
        .map(Synonym::view)
        .call(view -> changes.record(KIND, view.id().toString(), null, view, caller));
  }

  @WithTransaction
  Uni<Synonym.View> change(Caller caller, UUID id, ExpectedVersion expected, Synonym.Pair pair) {
    caller.requireRole(Roles.CATALOG_PUBLISHER);
    pair.check();
    return synonyms
        .locked(id)
        .invoke(synonym -> expected.check(synonym.revision()))
        .call(synonym -> refuseSecond(pair, synonym))
        .chain(
            synonym -> {
              Synonym.View before = synonym.view();
              synonym.write(pair, caller.name(), clock.instant());
              return synonyms
                  .flush()
                  .map(done -> synonym.view())
                  .call(after -> changes.record(KIND, id.toString(), before, after, caller));
            });
  }

  private Uni<Void> refuseSecond(Synonym.Pair pair, Synonym itself) {
    return synonyms
        .ofWord(SearchText.folded(pair.word()))
        .invoke(
            other -> {
              if (other != null && other != itself) {
                throw new Conflict("synonym-exists", other.word());
              }
            })
        .replaceWithVoid();
  }

  @WithTransaction
  Uni<Void> delete(Caller caller, UUID id, ExpectedVersion expected) {
    caller.requireRole(Roles.CATALOG_PUBLISHER);
    return synonyms
        .locked(id)
        .invoke(synonym -> expected.check(synonym.revision()))
        .call(synonym -> changes.record(KIND, id.toString(), synonym.view(), null, caller))
        .chain(synonyms::delete);
  }
}
