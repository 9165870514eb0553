package org.govshare.catalog.demand;

import static org.govshare.platform.identity.Roles.REQUESTER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ItemRepository;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.search.NameSimilarity;
import org.govshare.catalog.search.SearchText;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.InputChecks;

/** Looks for resources and departments that may have what is asked for. */
@Singleton
class CandidateSearch {

  private static final int SHOWN = 20;
  private static final double LEAST_SCORE = 0.2;
  private static final double LEAST_ITEM_SCORE = 0.5;

  // By index those that have any pair of characters in common; of them, those whose names have the
  // most of the name's pairs, and whose items the most of those wanted, come into the closer
  // choice.
  private static final String NEAREST =
      """
      select t.resource_id from resource_text t join information_resource r on r.id = t.resource_id
      where t.tokens && cast(cast(?1 as text) as integer[]) and r.department_code <> ?2
        and r.state in ('PUBLISHED', 'DRAFT', 'PENDING_REVIEW', 'RETURNED', 'REGISTERED')
      order by (
              select count(*) from unnest(string_to_array(?3, chr(10))) as pair
              where strpos(t.name, pair) > 0)
          + (
              select count(*) from unnest(string_to_array(?4, chr(10))) as wanted
              where strpos(t.items, wanted) > 0) desc,
          t.resource_id
      limit 100
      """;

  private final DemandRepository demands;
  private final ResourceRepository resources;
  private final ItemRepository items;
  private final DepartmentRepository departments;
  private final DepartmentLeads leads;

  CandidateSearch(
      DemandRepository demands,
      ResourceRepository resources,
      ItemRepository items,
      DepartmentRepository departments,
      DepartmentLeads leads) {
    this.demands = demands;
    this.resources = resources;
    this.items = items;
    this.departments = departments;
    this.leads = leads;
  }

  /** For a demand that was made. */
  @WithSession
  Uni<Candidates> of(Caller caller, UUID demandId) {
    return demands
        .seen(caller, demandId)
        .chain(demand -> of(demand.department(), demand.name(), demand.items()));
  }

  /** For one that is being written. */
  @WithSession
  Uni<Candidates> of(Caller caller, String name, List<String> wanted) {
    caller.requireRole(REQUESTER, SHARING_REVIEWER);
    String department = caller.requireAnyDepartment();
    InputChecks checks = new InputChecks().text("name", name, DemandInput.NAME_LIMIT);
    if (!wanted.isEmpty()) {
      DemandInput.checkItems(checks, wanted);
    }
    checks.done();
    return of(department, name, wanted);
  }

  private Uni<Candidates> of(String department, String name, List<String> wanted) {
    List<String> wantedNormal = wanted.stream().map(SearchText::normalise).toList();
    String nameNormal = SearchText.normalise(name);
    String tokens =
        Arrays.stream(
                SearchText.pairs(
                    Stream.concat(Stream.of(nameNormal), wantedNormal.stream()).toList()))
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(",", "{", "}"));
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(NEAREST, UUID.class)
                    .setParameter(1, tokens)
                    .setParameter(2, department)
                    .setParameter(3, String.join("\n", NameSimilarity.pairs(name)))
                    .setParameter(4, String.join("\n", wantedNormal))
                    .getResultList())
        .chain(ids -> ids.isEmpty() ? none() : likes(ids, name, wanted))
        .chain(
            likes ->
                departments
                    .byCode()
                    .chain(
                        names ->
                            leads
                                .like(name, department, names, LEAST_SCORE)
                                .map(found -> candidates(likes, found, names))));
  }

  private static Uni<List<Like>> none() {
    return Uni.createFrom().item(List.of());
  }

  private Uni<List<Like>> likes(List<UUID> ids, String name, List<String> wanted) {
    return resources
        .list("id in ?1", ids)
        .chain(
            found ->
                items
                    .of(ids)
                    .map(
                        itemsOf ->
                            found.stream()
                                .map(
                                    resource ->
                                        Like.of(
                                            resource,
                                            itemsOf.getOrDefault(resource.id(), List.of()),
                                            name,
                                            wanted))
                                .filter(like -> like.score() >= LEAST_SCORE)
                                .sorted(Comparator.comparing(Like::score).reversed())
                                .toList()));
  }

  private static Candidates candidates(
      List<Like> likes, List<Candidates.OfDepartment> leads, Map<String, DepartmentView> names) {
    return new Candidates(
        likes.stream()
            .filter(like -> like.resource().state() == ResourceState.PUBLISHED)
            .limit(SHOWN)
            .map(like -> like.shown(names))
            .toList(),
        Stream.concat(inPreparation(likes, names), leads.stream())
            .sorted(Comparator.comparing(Candidates.OfDepartment::score).reversed())
            .limit(SHOWN)
            .toList());
  }

  /** Of what is not published, others learn only which department has something. */
  private static Stream<Candidates.OfDepartment> inPreparation(
      List<Like> likes, Map<String, DepartmentView> names) {
    return likes.stream()
        .filter(like -> like.resource().state() != ResourceState.PUBLISHED)
        .collect(
            Collectors.toMap(
                like -> like.resource().departmentCode(),
                Function.identity(),
                (likelier, other) -> likelier))
        .values()
        .stream()
        .map(
            like ->
                new Candidates.OfDepartment(
                    names.get(like.resource().departmentCode()),
                    like.score(),
                    Candidates.Because.RESOURCE_IN_PREPARATION,
                    null));
  }

  private record Like(InformationResource resource, double score, List<String> matched) {

    static Like of(
        InformationResource resource, List<DataItem> items, String name, List<String> wanted) {
      double byName = NameSimilarity.of(resource.name(), name);
      if (wanted.isEmpty()) {
        return new Like(resource, NameSimilarity.rounded(byName), List.of());
      }
      double byItems = wanted.stream().mapToDouble(item -> best(item, items)).average().orElse(0);
      List<String> matched =
          items.stream()
              .map(DataItem::name)
              .filter(
                  item ->
                      wanted.stream()
                          .anyMatch(one -> NameSimilarity.of(one, item) >= LEAST_ITEM_SCORE))
              .toList();
      return new Like(resource, NameSimilarity.rounded((byName + byItems) / 2), matched);
    }

    private static double best(String wanted, List<DataItem> items) {
      return items.stream()
          .mapToDouble(item -> NameSimilarity.of(wanted, item.name()))
          .max()
          .orElse(0);
    }

    Candidates.OfResource shown(Map<String, DepartmentView> names) {
      return new Candidates.OfResource(
          resource.id(),
          resource.identifier(),
          resource.name(),
          names.get(resource.departmentCode()),
          score,
          matched);
    }
  }
}
