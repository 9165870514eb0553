package org.govshare.catalog.lifecycle;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.catalog.department.Department;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.identifier.IdentifierAllocator;
import org.govshare.catalog.identifier.scheme.SegmentValues;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ItemRepository;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.resource.Snapshots;
import org.govshare.catalog.resource.difference.Differences;
import org.govshare.catalog.resource.difference.VersionDifference;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.Problem;

/**
 * Enters resources into the catalogue: each takes its series' identifier, or the one it brought
 * along, or the next free one, and replaces the version published before.
 */
@Singleton
class Publishing {

  private final ResourceRepository resources;
  private final ItemRepository items;
  private final Snapshots snapshots;
  private final DepartmentRepository departments;
  private final IdentifierAllocator identifiers;

  Publishing(
      ResourceRepository resources,
      ItemRepository items,
      Snapshots snapshots,
      DepartmentRepository departments,
      IdentifierAllocator identifiers) {
    this.resources = resources;
    this.items = items;
    this.snapshots = snapshots;
    this.departments = departments;
    this.identifiers = identifiers;
  }

  /**
   * What came of it.
   *
   * @param published what is in the catalogue now
   * @param superseded what was replaced
   * @param refused what cannot enter, and why
   */
  record Entered(
      List<ResourceMoved.Moved> published,
      List<ResourceMoved.Moved> superseded,
      Map<UUID, Problem> refused) {}

  Uni<Entered> enter(List<InformationResource> entering, Instant now) {
    Map<UUID, Problem> refused = new LinkedHashMap<>();
    return departments
        .listAll()
        .map(all -> all.stream().collect(Collectors.toMap(Department::code, Function.identity())))
        .invoke(byCode -> refuseAbolished(entering, byCode, refused))
        .chain(
            byCode ->
                keepProposed(open(entering, refused), refused)
                    .chain(kept -> allot(open(entering, refused), kept, byCode, refused)))
        .chain(
            identifierOf -> {
              List<InformationResource> accepted = open(entering, refused);
              return resources
                  .publishedOf(accepted.stream().map(InformationResource::seriesId).toList())
                  .chain(earlier -> replace(accepted, earlier, identifierOf, refused, now));
            });
  }

  private static List<InformationResource> open(
      List<InformationResource> entering, Map<UUID, Problem> refused) {
    return entering.stream().filter(resource -> !refused.containsKey(resource.id())).toList();
  }

  private static void refuseAbolished(
      List<InformationResource> entering,
      Map<String, Department> byCode,
      Map<UUID, Problem> refused) {
    for (InformationResource resource : entering) {
      Department department = byCode.get(resource.departmentCode());
      if (!department.active()) {
        refused.put(resource.id(), new Conflict("department-abolished", department.name()));
      }
    }
  }

  /** One after another in the order of their codes; a code that cannot be kept is no failure. */
  private Uni<Map<UUID, String>> keepProposed(
      List<InformationResource> entering, Map<UUID, Problem> refused) {
    Map<UUID, String> kept = new HashMap<>();
    return Multi.createFrom()
        .iterable(
            entering.stream()
                .filter(Publishing::bringsCode)
                .sorted(Comparator.comparing(InformationResource::proposedIdentifier))
                .toList())
        .onItem()
        .transformToUniAndConcatenate(
            resource ->
                identifiers
                    .keep(
                        resource.seriesId(),
                        resource.departmentCode(),
                        resource.proposedIdentifier())
                    .invoke(identifier -> kept.put(resource.seriesId(), identifier))
                    .onFailure(Problem.class)
                    .recoverWithItem(
                        problem -> {
                          refused.put(resource.id(), (Problem) problem);
                          return "";
                        }))
        .collect()
        .asList()
        .replaceWith(kept);
  }

  /** Later versions have the identifier of their series already. */
  private static boolean bringsCode(InformationResource resource) {
    return resource.proposedIdentifier() != null && resource.version() == 1;
  }

  private Uni<Map<UUID, String>> allot(
      List<InformationResource> entering,
      Map<UUID, String> kept,
      Map<String, Department> byCode,
      Map<UUID, Problem> refused) {
    Map<UUID, SegmentValues> without = new LinkedHashMap<>();
    for (InformationResource resource : entering) {
      if (!kept.containsKey(resource.seriesId())) {
        without.put(resource.seriesId(), values(resource, byCode.get(resource.departmentCode())));
      }
    }
    return identifiers
        .identifiersOf(without)
        .invoke(
            allotted -> {
              kept.putAll(allotted.identifiers());
              entering.stream()
                  .filter(resource -> allotted.refused().containsKey(resource.seriesId()))
                  .forEach(
                      resource ->
                          refused.put(resource.id(), allotted.refused().get(resource.seriesId())));
            })
        .replaceWith(kept);
  }

  private static SegmentValues values(InformationResource resource, Department department) {
    return new SegmentValues(resource.categoryCode(), department.serial(), department.regionCode());
  }

  private Uni<Entered> replace(
      List<InformationResource> accepted,
      List<InformationResource> earlier,
      Map<UUID, String> identifierOf,
      Map<UUID, Problem> refused,
      Instant now) {
    return differences(accepted, earlier)
        .chain(
            differences -> {
              List<ResourceMoved.Moved> superseded = new ArrayList<>();
              for (InformationResource old : earlier) {
                ResourceState from = old.state();
                old.moveTo(ResourceState.SUPERSEDED, now);
                superseded.add(ResourceMoved.Moved.of(old, from, null));
              }
              // What was published must have made room before its successor enters.
              return resources
                  .flush()
                  .map(
                      flushed ->
                          accepted.stream()
                              .map(
                                  resource ->
                                      publish(
                                          resource,
                                          identifierOf.get(resource.seriesId()),
                                          differences.get(resource.id()),
                                          now))
                              .toList())
                  .map(published -> new Entered(published, superseded, refused));
            })
        .call(() -> snapshots.forget(accepted.stream().map(InformationResource::id).toList()));
  }

  private static ResourceMoved.Moved publish(
      InformationResource resource, String identifier, VersionDifference difference, Instant now) {
    ResourceState from = resource.state();
    resource.publishAs(identifier, now);
    return ResourceMoved.Moved.of(resource, from, difference);
  }

  private Uni<Map<UUID, VersionDifference>> differences(
      List<InformationResource> accepted, List<InformationResource> earlier) {
    Map<UUID, InformationResource> earlierOf =
        earlier.stream()
            .collect(Collectors.toMap(InformationResource::seriesId, Function.identity()));
    List<UUID> compared =
        Stream.concat(
                accepted.stream().filter(next -> earlierOf.containsKey(next.seriesId())),
                earlier.stream())
            .map(InformationResource::id)
            .toList();
    return items
        .of(compared)
        .map(
            itemsOf -> {
              Map<UUID, VersionDifference> differences = new HashMap<>();
              for (InformationResource next : accepted) {
                InformationResource before = earlierOf.get(next.seriesId());
                if (before != null) {
                  differences.put(
                      next.id(),
                      Differences.between(
                          snapshots.of(before, itemsOf.getOrDefault(before.id(), List.of())),
                          snapshots.of(next, itemsOf.getOrDefault(next.id(), List.of()))));
                }
              }
              return differences;
            });
  }
}
