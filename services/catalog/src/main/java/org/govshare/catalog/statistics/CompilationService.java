package org.govshare.catalog.statistics;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.catalog.category.CategoryRepository;
import org.govshare.catalog.category.CategoryView;
import org.govshare.catalog.person.SeparatedDuties;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Makes the compilation table, each number with the address of what it counts. */
@Singleton
class CompilationService {

  private static final String ALL = "all";
  private static final String RESOURCES = "/api/catalog/v1/resources?state=PUBLISHED";
  private static final String CONTRIBUTORS = "/api/catalog/v1/statistics/compilation/";

  private final CompilationRepository counts;
  private final CategoryRepository categories;

  CompilationService(CompilationRepository counts, CategoryRepository categories) {
    this.counts = counts;
    this.categories = categories;
  }

  @WithSession
  Uni<List<CompilationRow>> table() {
    return categories
        .byCode()
        .chain(
            names ->
                counts
                    .ofLibraries()
                    .chain(rows -> counts.ofAll().map(total -> table(names, rows, total))));
  }

  private static List<CompilationRow> table(
      Map<String, CategoryView> names, List<LibraryCounts> libraries, LibraryCounts total) {
    List<CompilationRow> table = new ArrayList<>();
    for (LibraryCounts library : libraries) {
      table.add(row(names.get(library.code()), library));
    }
    table.add(row(null, total));
    return table;
  }

  private static CompilationRow row(CategoryView library, LibraryCounts counted) {
    String resources = RESOURCES + (library == null ? "" : "&category=" + library.code());
    String contributors = CONTRIBUTORS + (library == null ? ALL : library.code()) + "/";
    return new CompilationRow(
        library,
        new CompilationRow.Count(counted.departments(), contributors + "departments"),
        new CompilationRow.Count(counted.offices(), contributors + "offices"),
        new CompilationRow.Count(counted.functions(), contributors + "functions"),
        new CompilationRow.Count(counted.resources(), resources),
        new CompilationRow.Count(counted.dataItems(), contributors + "items"),
        new CompilationRow.Count(
            counted.shareable(), resources + "&sharingType=UNCONDITIONAL&sharingType=CONDITIONAL"),
        new CompilationRow.Count(counted.open(), resources + "&openType=OPEN"));
  }

  @WithSession
  Uni<Page<Contributor>> contributors(String library, String kind, PageRequest page) {
    ContributorKind chosen = ContributorKind.of(kind);
    return named(library).chain(code -> counts.contributors(code, chosen, page));
  }

  @WithSession
  Uni<Page<CountedItem>> items(Caller caller, String library, PageRequest page) {
    SeparatedDuties.refuse(caller);
    return named(library).chain(code -> counts.items(code, page));
  }

  private Uni<Optional<String>> named(String library) {
    if (library.equals(ALL)) {
      return Uni.createFrom().item(Optional.empty());
    }
    return categories
        .findById(library)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("category-not-found", library))
        .replaceWith(Optional.of(library));
  }
}
