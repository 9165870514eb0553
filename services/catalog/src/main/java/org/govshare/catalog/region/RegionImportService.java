package org.govshare.catalog.region;

import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.catalog.history.Changes;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.FieldError;
import org.govshare.platform.problem.InputChecks;

/** Takes in many regions at once, such as the towns of a county. */
@Singleton
class RegionImportService {

  private static final int LIMIT = 5_000;

  private final RegionRepository regions;
  private final Changes changes;

  RegionImportService(RegionRepository regions, Changes changes) {
    this.regions = regions;
    this.changes = changes;
  }

  /** Writes all of them, or none if one has a fault; a rehearsal writes nothing either way. */
  @WithTransaction
  Uni<RegionImport.Outcome> take(Caller caller, RegionImport input, boolean rehearsal) {
    caller.requireRole(CATALOG_PUBLISHER);
    Map<String, RegionInput> wanted = checked(input.regions());
    return regions
        .lockAll()
        .chain(() -> regions.known(withParents(wanted)))
        .map(known -> known.stream().collect(Collectors.toMap(Region::code, Function.identity())))
        .invoke(known -> checkParents(input.regions(), wanted, known))
        .chain(known -> write(caller, wanted, known, rehearsal));
  }

  private static Map<String, RegionInput> checked(List<RegionInput> inputs) {
    InputChecks checks = new InputChecks();
    checks.required("regions", inputs).done();
    checks.that(!inputs.isEmpty(), "regions", "required");
    checks.that(inputs.size() <= LIMIT, "regions", "too-many", LIMIT).done();
    // What is above comes first, because it must be there before what is below.
    Map<String, RegionInput> wanted =
        new TreeMap<>(Comparator.comparing(String::length).thenComparing(Function.identity()));
    for (int i = 0; i < inputs.size(); i++) {
      String field = "regions[" + i + "]";
      RegionInput region = inputs.get(i);
      checks.with(field, region, given -> given.check(checks, field + "."));
      if (region != null && region.code() != null && wanted.put(region.code(), region) != null) {
        checks.add(FieldError.of(field + ".code", "duplicate", region.code()));
      }
    }
    checks.done();
    return wanted;
  }

  private static List<String> withParents(Map<String, RegionInput> wanted) {
    return wanted.keySet().stream()
        .flatMap(code -> Stream.concat(Stream.of(code), new RegionCode(code).parent().stream()))
        .distinct()
        .toList();
  }

  private static void checkParents(
      List<RegionInput> inputs, Map<String, RegionInput> wanted, Map<String, Region> known) {
    InputChecks checks = new InputChecks();
    for (int i = 0; i < inputs.size(); i++) {
      String field = "regions[" + i + "].code";
      new RegionCode(inputs.get(i).code())
          .parent()
          .ifPresent(
              parent ->
                  checks.that(
                      wanted.containsKey(parent) || known.containsKey(parent),
                      field,
                      "region-without-parent",
                      parent));
    }
    checks.done();
  }

  private Uni<RegionImport.Outcome> write(
      Caller caller,
      Map<String, RegionInput> wanted,
      Map<String, Region> known,
      boolean rehearsal) {
    Map<Region, RegionView> before = new HashMap<>();
    List<Region> added = new ArrayList<>();
    int unchanged = 0;
    for (RegionInput input : wanted.values()) {
      Region region = known.get(input.code());
      if (region == null) {
        Region fresh = new Region(new RegionCode(input.code()));
        fresh.write(input);
        added.add(fresh);
      } else if (region.differs(input)) {
        before.put(region, region.view());
      } else {
        unchanged++;
      }
    }
    RegionImport.Outcome outcome =
        new RegionImport.Outcome(added.size(), before.size(), unchanged, !rehearsal);
    if (rehearsal) {
      return Uni.createFrom().item(outcome);
    }
    before.keySet().forEach(region -> region.write(wanted.get(region.code())));
    // Persisting nothing at all is an error to the session.
    return (added.isEmpty() ? Uni.createFrom().voidItem() : regions.persist(added.stream()))
        .chain(regions::flush)
        .chain(() -> record(caller, added, before))
        .replaceWith(outcome);
  }

  private Uni<Void> record(Caller caller, List<Region> added, Map<Region, RegionView> before) {
    return Multi.createFrom()
        .iterable(
            Stream.concat(added.stream(), before.keySet().stream())
                .sorted(Comparator.comparing(Region::code))
                .toList())
        .onItem()
        .transformToUniAndConcatenate(
            region ->
                changes.record(
                    RegionService.KIND, region.code(), before.get(region), region.view(), caller))
        .collect()
        .asList()
        .replaceWithVoid();
  }
}
