package org.govshare.catalog.library;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.problem.Conflict;

/** Asks everything that may cite an entry. */
@Singleton
public class Citations {

  private final List<LibraryUse> uses;

  Citations(@All List<LibraryUse> uses) {
    this.uses = uses;
  }

  /**
   * Refuses to let an entry go that something cites.
   *
   * @throws Conflict telling to repeal it (409)
   */
  public Uni<Void> none(EntryKind kind, UUID id) {
    Uni<Boolean> cited = Uni.createFrom().item(false);
    for (LibraryUse use : uses) {
      cited = cited.chain(found -> found ? Uni.createFrom().item(true) : use.cites(kind, id));
    }
    return cited
        .invoke(
            found -> {
              if (found) {
                throw new Conflict("library-entry-in-use", id);
              }
            })
        .replaceWithVoid();
  }
}
