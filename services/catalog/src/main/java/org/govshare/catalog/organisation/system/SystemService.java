package org.govshare.catalog.organisation.system;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;
import static org.govshare.platform.identity.Roles.NODE_OPERATOR;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.history.Changes;
import org.govshare.catalog.organisation.EntryLinks;
import org.govshare.catalog.organisation.EntryService;
import org.govshare.catalog.reference.Uses;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.FieldError;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.version.ExpectedVersion;

/**
 * Keeps 信息系统. Other than offices and functions, which are laid down in public documents, systems
 * are shown to the people of their own department and to the publisher only.
 */
@Singleton
public class SystemService extends EntryService<InformationSystem, SystemInput, SystemView> {

  static final String KIND = "system";

  private final EntryLinks links;

  SystemService(
      DepartmentRepository departments, EntryLinks links, Changes changes, Uses uses, Clock clock) {
    super(InformationSystem.class, KIND, departments, changes, uses, clock);
    this.links = links;
  }

  /** The department whose systems a caller sees, {@code null} for all; refuses all others (403). */
  static String visible(Caller caller, String asked) {
    if (caller.hasRole(CATALOG_PUBLISHER)) {
      return asked;
    }
    caller.requireRole(CATALOG_PUBLISHER, CATALOG_EDITOR, DEPARTMENT_REVIEWER, NODE_OPERATOR);
    String own = caller.requireAnyDepartment();
    if (asked != null) {
      caller.requireDepartment(asked);
    }
    return own;
  }

  @Override
  protected String readable(Caller caller, String asked) {
    return visible(caller, asked);
  }

  /** Decides what is to become of a system; a new decision takes the place of the last one. */
  @WithTransaction
  Uni<SystemView> decide(
      Caller caller, UUID id, ExpectedVersion expected, SystemDecision decision) {
    return toWrite(caller, id, expected)
        .invoke(system -> decision.check(id))
        .chain(
            system ->
                checkTarget(caller, decision.targetId())
                    .chain(
                        () ->
                            changed(
                                caller,
                                system,
                                known -> known.decide(decision, caller.name(), now()))));
  }

  private Uni<Void> checkTarget(Caller caller, UUID target) {
    if (target == null) {
      return Uni.createFrom().voidItem();
    }
    String seen = visible(caller, null);
    return Panache.getSession()
        .chain(session -> session.find(InformationSystem.class, target))
        .invoke(
            system -> {
              if (system == null || (seen != null && !seen.equals(system.departmentCode()))) {
                throw new InvalidInput("targetId", "unknown-system", target);
              }
              if (system.abolished()) {
                throw new InvalidInput("targetId", "abolished-entry", system.name());
              }
            })
        .replaceWithVoid();
  }

  /** Opens the question again. */
  @WithTransaction
  Uni<SystemView> reopen(Caller caller, UUID id, ExpectedVersion expected) {
    return toWrite(caller, id, expected)
        .invoke(
            system -> {
              if (!system.decided()) {
                throw new Conflict("system-not-decided", system.name());
              }
            })
        .chain(system -> changed(caller, system, InformationSystem::reopen));
  }

  @Override
  protected InformationSystem blank(String department, Instant now) {
    return new InformationSystem(department, now);
  }

  @Override
  protected void write(InformationSystem entry, SystemInput input, Instant now) {
    entry.write(input, now);
  }

  @Override
  protected SystemView view(InformationSystem entry) {
    return entry.view();
  }

  @Override
  protected SystemInput input(InformationSystem entry) {
    return entry.input();
  }

  @Override
  protected String keyField() {
    return "name";
  }

  @Override
  protected String key(InformationSystem entry) {
    return entry.name();
  }

  @Override
  protected String key(SystemInput input) {
    return input.name().strip();
  }

  @Override
  protected Uni<List<FieldError>> misdirected(String department, SystemInput input) {
    List<FieldError> faults = new ArrayList<>();
    return links.office(department, input.officeId(), faults).replaceWith(faults);
  }
}
