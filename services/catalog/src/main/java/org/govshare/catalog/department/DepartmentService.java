package org.govshare.catalog.department;

import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.catalog.history.Changes;
import org.govshare.catalog.reference.Conditions;
import org.govshare.catalog.reference.Uses;
import org.govshare.catalog.region.RegionRepository;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Shows departments and keeps them. */
@Singleton
class DepartmentService {

  static final String KIND = "department";

  private final DepartmentRepository departments;
  private final RegionRepository regions;
  private final Changes changes;
  private final Uses uses;
  private final Clock clock;

  DepartmentService(
      DepartmentRepository departments,
      RegionRepository regions,
      Changes changes,
      Uses uses,
      Clock clock) {
    this.departments = departments;
    this.regions = regions;
    this.changes = changes;
    this.uses = uses;
    this.clock = clock;
  }

  /** A page of the departments in their official order. */
  @WithSession
  Uni<Page<DepartmentView>> page(
      String words, DepartmentState state, String parent, String region, PageRequest page) {
    Conditions conditions =
        new Conditions()
            .words(words, "name", "code")
            .equal("state", state)
            .equal("parent", parent)
            .equal("regionCode", region);
    return departments.page(conditions, page).map(found -> found.map(Department::view));
  }

  @WithSession
  Uni<DepartmentDetail> read(String code) {
    return departments.existing(code).map(Department::detail);
  }

  @WithSession
  Uni<List<DepartmentNode>> tree() {
    return departments.inOrder().map(DepartmentService::nodes);
  }

  private static List<DepartmentNode> nodes(List<Department> all) {
    Map<String, DepartmentNode> nodes = new LinkedHashMap<>();
    for (Department department : all) {
      DepartmentDetail detail = department.detail();
      nodes.put(
          detail.code(),
          new DepartmentNode(
              detail.code(),
              detail.name(),
              detail.serial(),
              detail.kind(),
              detail.regionCode(),
              detail.state(),
              new ArrayList<>()));
    }
    List<DepartmentNode> roots = new ArrayList<>();
    for (Department department : all) {
      DepartmentNode node = nodes.get(department.code());
      (department.parent() == null ? roots : nodes.get(department.parent()).children()).add(node);
    }
    return roots;
  }

  @WithTransaction
  Uni<DepartmentDetail> create(Caller caller, DepartmentInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    input.checkNew();
    return departments
        .lockAll()
        .chain(departments::inOrder)
        .invoke(all -> checkFree(input, all))
        .chain(all -> check(input.code(), input, all))
        .chain(() -> serial(input))
        .map(serial -> new Department(input.code(), serial))
        .invoke(department -> department.write(input))
        .chain(department -> departments.persistAndFlush(department))
        .chain(
            department ->
                changes
                    .recordOf(
                        department.code(),
                        KIND,
                        department.code(),
                        null,
                        department.detail(),
                        caller)
                    .map(done -> department.detail()));
  }

  private static void checkFree(DepartmentInput input, List<Department> all) {
    InputChecks checks = new InputChecks();
    for (Department other : all) {
      checks
          .that(!other.code().equals(input.code()), "code", "taken", other.name())
          .that(!other.serial().equals(input.serial()), "serial", "taken", other.name());
    }
    checks.done();
  }

  private Uni<String> serial(DepartmentInput input) {
    return input.serial() == null
        ? departments.nextSerial()
        : Uni.createFrom().item(input.serial());
  }

  @WithTransaction
  Uni<DepartmentDetail> change(
      Caller caller, String code, ExpectedVersion expected, DepartmentInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    return departments
        .lockAll()
        .chain(() -> departments.locked(code))
        .invoke(department -> expected.check(department.revision()))
        .invoke(input::checkChange)
        .chain(department -> departments.inOrder().chain(all -> check(code, input, all)))
        .chain(() -> departments.findById(code))
        .chain(department -> write(caller, department, known -> known.write(input)));
  }

  /** What a department refers to, and what must be its alone. */
  private Uni<Void> check(String code, DepartmentInput input, List<Department> all) {
    Map<String, Department> byCode =
        all.stream().collect(Collectors.toMap(Department::code, Function.identity()));
    InputChecks checks = new InputChecks();
    for (Department other : all) {
      if (!other.code().equals(code)) {
        DepartmentDetail detail = other.detail();
        checks
            .that(!detail.name().equals(input.name().strip()), "name", "taken", detail.code())
            .that(
                input.creditCode() == null || !input.creditCode().equals(detail.creditCode()),
                "creditCode",
                "taken",
                detail.name());
      }
    }
    checks.done();
    checkParent(code, input.parent(), byCode);
    return regions.checkOpen("regionCode", input.regionCode());
  }

  private static void checkParent(String code, String parent, Map<String, Department> byCode) {
    if (parent == null) {
      return;
    }
    Department above = byCode.get(parent);
    if (above == null) {
      throw new InvalidInput("parent", "unknown-department", parent);
    }
    Department known = byCode.get(code);
    if (!above.active() && (known == null || !Objects.equals(known.parent(), parent))) {
      throw new InvalidInput("parent", "abolished-department", above.name());
    }
    for (Department step = above; step != null; step = byCode.get(step.parent())) {
      if (step.code().equals(code)) {
        throw new InvalidInput("parent", "department-cycle", code);
      }
    }
  }

  @WithTransaction
  Uni<DepartmentDetail> abolish(
      Caller caller, String code, ExpectedVersion expected, Abolition abolition) {
    abolition.check();
    return toTurn(caller, code, expected, true)
        .chain(
            department -> uses.refuseIfAny(KIND, code, department.name()).replaceWith(department))
        .chain(
            department ->
                write(
                    caller,
                    department,
                    known -> known.abolish(abolition.reason(), clock.instant())));
  }

  @WithTransaction
  Uni<DepartmentDetail> reinstate(Caller caller, String code, ExpectedVersion expected) {
    return toTurn(caller, code, expected, false)
        .chain(department -> write(caller, department, Department::reinstate));
  }

  private Uni<Department> toTurn(
      Caller caller, String code, ExpectedVersion expected, boolean active) {
    caller.requireRole(CATALOG_PUBLISHER);
    return departments
        .lockAll()
        .chain(() -> departments.locked(code))
        .invoke(department -> expected.check(department.revision()))
        .invoke(
            department -> {
              if (department.active() != active) {
                throw new Conflict(
                    active ? "department-already-abolished" : "department-active",
                    department.name());
              }
            });
  }

  private Uni<DepartmentDetail> write(
      Caller caller, Department department, Consumer<Department> change) {
    DepartmentDetail before = department.detail();
    change.accept(department);
    return departments
        .flush()
        .chain(
            () ->
                changes.recordOf(
                    department.code(),
                    KIND,
                    department.code(),
                    before,
                    department.detail(),
                    caller))
        .map(done -> department.detail());
  }
}
