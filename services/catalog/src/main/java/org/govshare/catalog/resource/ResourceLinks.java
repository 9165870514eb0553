package org.govshare.catalog.resource;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.govshare.catalog.category.CategoryRepository;
import org.govshare.catalog.organisation.EntryLinks;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/** Checks that everything a resource points to exists. */
@Singleton
class ResourceLinks {

  private final CategoryRepository categories;
  private final EntryLinks entries;
  private final ResourceRepository resources;

  ResourceLinks(CategoryRepository categories, EntryLinks entries, ResourceRepository resources) {
    this.categories = categories;
    this.entries = entries;
    this.resources = resources;
  }

  /**
   * Refuses links that lead nowhere.
   *
   * @param department whose resource it is
   * @throws InvalidInput naming every such link (400)
   */
  Uni<Void> check(String department, ResourceInput input) {
    return categories
        .open("categoryCode", input.categoryCode())
        .chain(() -> checkEntries(department, input))
        .chain(() -> checkRelated(input.relatedResources()));
  }

  private Uni<Void> checkEntries(String department, ResourceInput input) {
    return entries
        .faults(
            department, input.officeId(), input.functionId(), input.matterId(), input.systemId())
        .invoke(
            faults -> {
              if (!faults.isEmpty()) {
                throw new InvalidInput(faults);
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> checkRelated(List<String> related) {
    if (related.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return resources
        .publishedAmong(related)
        .invoke(
            published -> {
              Set<String> known = new HashSet<>(published);
              InputChecks checks = new InputChecks();
              for (int i = 0; i < related.size(); i++) {
                checks.that(
                    known.contains(related.get(i)),
                    "relatedResources[" + i + "]",
                    "unknown-resource",
                    related.get(i));
              }
              checks.done();
            })
        .replaceWithVoid();
  }
}
