package org.govshare.catalog.finding;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.resource.Visibility;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.reactive.paging.PageRequest;

/** Finds resources for a caller, who is shown only those that they may know of. */
@Singleton
public class FindingService {

  private static final Slice COUNT_ONLY = new Slice(new PageRequest(0, 1), Optional.empty());

  private final MemoryFinder memory;
  private final ResourceFinder finder;
  private final NameRepository nameRepository;

  FindingService(MemoryFinder memory, ResourceFinder finder, NameRepository nameRepository) {
    this.memory = memory;
    this.finder = finder;
    this.nameRepository = nameRepository;
  }

  /**
   * A page of what the query finds.
   *
   * @param counted whether the facets are wanted
   * @throws InvalidInput if the query names a department or category that does not exist (400)
   * @throws org.govshare.platform.problem.Forbidden if it names what the caller may not see (403)
   */
  Uni<ResourcePage> find(Caller caller, ResourceQuery query, Slice slice, boolean counted) {
    confine(caller, query);
    return namesFor(query)
        .chain(
            names -> {
              FacetFilter filter = filter(caller, query, names);
              return found(query, filter, slice)
                  .chain(
                      found ->
                          namesFor(found, names)
                              .map(known -> page(query, filter, slice, counted, known, found)));
            });
  }

  private Uni<Found> found(ResourceQuery query, FacetFilter filter, Slice slice) {
    return memory
        .find(query, filter, slice)
        .chain(
            found ->
                found
                    .map(Uni.createFrom()::item)
                    .orElseGet(() -> finder.find(query, filter, slice)));
  }

  /**
   * All that a query finds for a caller, by identifier: sixteen bytes for each, for exports.
   *
   * @throws InvalidInput if the query names a department or category that does not exist (400)
   * @throws org.govshare.platform.problem.Forbidden if it names what the caller may not see (403)
   */
  public Uni<FoundIds> everything(Caller caller, QueryParameters parameters) {
    ResourceQuery query = parameters.query();
    confine(caller, query);
    return namesFor(query).chain(names -> finder.everything(query, filter(caller, query, names)));
  }

  /**
   * How many of what a query finds were published on the day of that moment or later.
   *
   * @throws InvalidInput if the query names a department or category that does not exist (400)
   * @throws org.govshare.platform.problem.Forbidden if it names what the caller may not see (403)
   */
  public Uni<Long> countSince(Caller caller, QueryParameters parameters, Instant since) {
    ResourceQuery query = parameters.query().publishedSince(since);
    return find(caller, query, COUNT_ONLY, false).map(ResourcePage::total);
  }

  /** Who names only states that are seen from inside their department must be inside it. */
  private static void confine(Caller caller, ResourceQuery query) {
    Set<ResourceState> everywhere = Visibility.everywhere(caller);
    if (everywhere.containsAll(query.states())) {
      return;
    }
    String inside = Visibility.requireInside(caller);
    boolean allInside = query.states().stream().noneMatch(everywhere::contains);
    if (allInside && !query.departments().isEmpty() && !query.departments().contains(inside)) {
      query.departments().forEach(caller::requireDepartment);
    }
  }

  /** Names that were read before a department or category was added are read again. */
  private Uni<Names> namesFor(ResourceQuery query) {
    return nameRepository
        .names()
        .chain(
            names ->
                names.know(query.departments(), query.categories())
                    ? Uni.createFrom().item(names)
                    : nameRepository.fresh())
        .invoke(names -> requireKnown(query, names));
  }

  private static void requireKnown(ResourceQuery query, Names names) {
    for (String code : query.departments()) {
      if (names.departmentOrdinal(code) == 0) {
        throw new InvalidInput("department", "unknown-department", code);
      }
    }
    for (String code : query.categories()) {
      if (!names.hasCategory(code)) {
        throw new InvalidInput("category", "unknown-category", code);
      }
    }
  }

  private Uni<Names> namesFor(Found found, Names names) {
    for (long facets : found.facets()) {
      if (Facet.DEPARTMENT.codeIn(facets) >= names.departmentCodes()
          || Facet.CATEGORY.codeIn(facets) >= names.categoryCodes()) {
        return nameRepository.fresh();
      }
    }
    return Uni.createFrom().item(names);
  }

  private static FacetFilter filter(Caller caller, ResourceQuery query, Names names) {
    Map<Facet, BitSet> wanted = new EnumMap<>(Facet.class);
    want(wanted, Facet.STATE, codes(query.states()));
    BitSet departments = new BitSet();
    query.departments().forEach(code -> departments.set(names.departmentOrdinal(code)));
    want(wanted, Facet.DEPARTMENT, departments);
    want(
        wanted,
        Facet.CATEGORY,
        query.categories().isEmpty() ? new BitSet() : names.categoriesBelow(query.categories()));
    want(wanted, Facet.SHARING_TYPE, codes(query.sharingTypes()));
    want(wanted, Facet.OPEN_TYPE, codes(query.openTypes()));
    want(wanted, Facet.FORMAT, codes(query.formats()));
    want(wanted, Facet.DATA_STRUCTURE, codes(query.dataStructures()));
    want(wanted, Facet.UPDATE_FREQUENCY, codes(query.updateFrequencies()));
    return new FacetFilter(
        wanted,
        codes(Visibility.everywhere(caller)),
        Visibility.inside(caller).map(names::departmentOrdinal).orElse(0));
  }

  private static void want(Map<Facet, BitSet> wanted, Facet facet, BitSet codes) {
    if (!codes.isEmpty()) {
      wanted.put(facet, codes);
    }
  }

  private static BitSet codes(Collection<? extends Enum<?>> values) {
    BitSet codes = new BitSet();
    values.forEach(value -> codes.set(Facet.code(value)));
    return codes;
  }

  private static ResourcePage page(
      ResourceQuery query,
      FacetFilter filter,
      Slice slice,
      boolean counted,
      Names names,
      Found found) {
    int size = slice.page().size();
    boolean more = found.rows().size() > size;
    List<FoundResource> rows = more ? found.rows().subList(0, size) : found.rows();
    Tally tally = Tally.of(names, filter, found.facets(), found.found(), found.dated());
    return new ResourcePage(
        rows.stream().map(row -> ResourceSummary.of(row, names, query.words())).toList(),
        tally.total(),
        slice.page().page(),
        size,
        more ? rows.getLast().position().written(query.words()) : null,
        counted ? tally.facets() : null);
  }
}
