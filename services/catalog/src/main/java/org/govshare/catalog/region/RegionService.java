package org.govshare.catalog.region;

import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.catalog.history.Changes;
import org.govshare.catalog.reference.Conditions;
import org.govshare.catalog.reference.Uses;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Shows the administrative division and keeps it. */
@Singleton
class RegionService {

  static final String KIND = "region";

  private final RegionRepository regions;
  private final Changes changes;
  private final Uses uses;

  RegionService(RegionRepository regions, Changes changes, Uses uses) {
    this.regions = regions;
    this.changes = changes;
    this.uses = uses;
  }

  @WithSession
  Uni<Page<RegionView>> page(
      String words, String parent, RegionLevel level, Boolean abolished, PageRequest page) {
    Conditions conditions =
        new Conditions()
            .words(words, "name", "code")
            .equal("parent", parent)
            .equal("level", level)
            .equal("abolished", abolished);
    return regions.page(conditions, page).map(found -> found.map(Region::view));
  }

  @WithSession
  Uni<RegionView> read(String code) {
    return regions.existing(code).map(Region::view);
  }

  /** The provinces with everything down to the county; or a region with two levels below it. */
  @WithSession
  Uni<List<RegionNode>> tree(String root) {
    if (root == null) {
      return regions.within("", levels(RegionLevel.PROVINCE)).map(RegionService::nodes);
    }
    RegionCode code =
        RegionCode.of(root)
            .orElseThrow(() -> new InvalidInput("root", "region-code-malformed", root));
    return regions
        .existing(root)
        .chain(() -> regions.within(code.prefix(), levels(code.level())))
        .map(RegionService::nodes);
  }

  private static List<RegionLevel> levels(RegionLevel first) {
    List<RegionLevel> all = Arrays.asList(RegionLevel.values());
    return all.subList(first.ordinal(), Math.min(all.size(), first.ordinal() + 3));
  }

  private static List<RegionNode> nodes(List<Region> regions) {
    Map<String, RegionNode> nodes = new LinkedHashMap<>();
    List<RegionNode> roots = new ArrayList<>();
    for (Region region : regions) {
      RegionView view = region.view();
      RegionNode node =
          new RegionNode(
              view.code(), view.name(), view.level(), view.abolished(), new ArrayList<>());
      nodes.put(view.code(), node);
      RegionNode above = nodes.get(view.parent());
      (above == null ? roots : above.children()).add(node);
    }
    return roots;
  }

  @WithTransaction
  Uni<RegionView> create(Caller caller, RegionInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    InputChecks checks = new InputChecks();
    input.check(checks, "");
    checks.done();
    RegionCode code = new RegionCode(input.code());
    Region region = new Region(code);
    region.write(input);
    return regions
        .lockAll()
        .chain(() -> regions.findById(input.code()))
        .invoke(
            known -> {
              if (known != null) {
                throw new Conflict("region-exists", input.code(), known.name());
              }
            })
        .chain(() -> checkParent(code.parent()))
        .chain(() -> regions.persistAndFlush(region))
        .chain(() -> changes.record(KIND, region.code(), null, region.view(), caller))
        .map(done -> region.view());
  }

  private Uni<Void> checkParent(Optional<String> parent) {
    return parent
        .map(code -> regions.findById(code))
        .orElse(Uni.createFrom().nullItem())
        .invoke(
            above -> {
              if (parent.isPresent() && above == null) {
                throw new InvalidInput("code", "region-without-parent", parent.get());
              }
            })
        .replaceWithVoid();
  }

  @WithTransaction
  Uni<RegionView> change(Caller caller, String code, ExpectedVersion expected, RegionInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    InputChecks checks = new InputChecks();
    RegionInput written = input.code() == null ? input.of(code) : input;
    written.check(checks, "");
    checks.that(written.code().equals(code), "code", "cannot-change", code).done();
    return regions
        .locked(code)
        .invoke(region -> expected.check(region.revision()))
        .chain(region -> change(caller, region, written));
  }

  private Uni<RegionView> change(Caller caller, Region region, RegionInput input) {
    RegionView before = region.view();
    region.write(input);
    return regions
        .flush()
        .chain(() -> changes.record(KIND, region.code(), before, region.view(), caller))
        .map(done -> region.view());
  }

  @WithTransaction
  Uni<Void> remove(Caller caller, String code, ExpectedVersion expected) {
    caller.requireRole(CATALOG_PUBLISHER);
    return regions
        .lockAll()
        .chain(() -> regions.locked(code))
        .invoke(region -> expected.check(region.revision()))
        .chain(
            region ->
                uses.refuseIfAny(KIND, code, region.name())
                    .chain(() -> changes.record(KIND, code, region.view(), null, caller))
                    .chain(() -> regions.delete(region)));
  }
}
