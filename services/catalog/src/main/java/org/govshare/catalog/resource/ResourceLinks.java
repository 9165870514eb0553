package org.govshare.catalog.resource;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.govshare.catalog.category.CategoryRepository;
import org.govshare.catalog.library.link.Cited;
import org.govshare.catalog.library.link.LibraryLinks;
import org.govshare.catalog.organisation.EntryLinks;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/** Checks that everything a resource points to exists. */
@Singleton
class ResourceLinks {

  private final CategoryRepository categories;
  private final EntryLinks entries;
  private final ResourceRepository resources;
  private final LibraryLinks library;
  private final List<ResourceRule> rules;

  ResourceLinks(
      CategoryRepository categories,
      EntryLinks entries,
      ResourceRepository resources,
      LibraryLinks library,
      @All List<ResourceRule> rules) {
    this.categories = categories;
    this.entries = entries;
    this.resources = resources;
    this.library = library;
    this.rules = rules;
  }

  /**
   * Refuses links that lead nowhere, and the name of a system that holds data for that of the data.
   *
   * @param department whose resource it is
   * @throws InvalidInput naming every such link (400)
   */
  Uni<Void> check(String department, ResourceInput input) {
    return categories
        .open("categoryCode", input.categoryCode())
        .chain(() -> checkName(department, input.name()))
        .chain(() -> checkEntries(department, input))
        .chain(() -> checkRelated(input.relatedResources()))
        .chain(() -> library.check(cited(input.items())))
        .chain(() -> checkRules(department, input));
  }

  private Uni<Void> checkName(String department, String name) {
    return entries
        .systemNamed(department, name)
        .invoke(
            system -> {
              if (system != null) {
                throw new InvalidInput("name", "registered-system", system);
              }
            })
        .replaceWithVoid();
  }

  private static List<Cited> cited(List<ItemInput> items) {
    return IntStream.range(0, items.size())
        .mapToObj(
            i ->
                new Cited(
                    "items[" + i + "]",
                    items.get(i).legalBasisId(),
                    items.get(i).dataElementId(),
                    items.get(i).codeTableId()))
        .toList();
  }

  private Uni<Void> checkRules(String department, ResourceInput input) {
    Uni<Void> checked = Uni.createFrom().voidItem();
    for (ResourceRule rule : rules) {
      checked = checked.chain(() -> rule.check(department, input));
    }
    return checked;
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
