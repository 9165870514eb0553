package org.govshare.catalog.organisation;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.department.Department;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.history.Changes;
import org.govshare.catalog.person.SeparatedDuties;
import org.govshare.catalog.reference.Conditions;
import org.govshare.catalog.reference.Uses;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.FieldError;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/**
 * Shows and keeps one kind of what belongs to a department. Writers of the same department wait for
 * each other, so that what one of them checks is still so when it is written.
 *
 * @param <E> kind of entry
 * @param <I> how it is written
 * @param <V> how it is shown
 */
public abstract class EntryService<E extends Entry, I extends EntryInput, V extends EntryView> {

  /** An input from a list, with what the list has no column for taken from the entry there is. */
  protected I continued(I input, E known) {
    return input;
  }

  private static final String ORDER = "departmentCode, name, id";

  private final EntryStore<E> store;
  private final String kind;
  private final DepartmentRepository departments;
  private final Changes changes;
  private final Uses uses;
  private final Clock clock;

  /**
   * @param kind word for this kind in its history and its problems
   */
  protected EntryService(
      Class<E> type,
      String kind,
      DepartmentRepository departments,
      Changes changes,
      Uses uses,
      Clock clock) {
    this.store = new EntryStore<>(type, kind);
    this.kind = kind;
    this.departments = departments;
    this.changes = changes;
    this.uses = uses;
    this.clock = clock;
  }

  /** A new entry without contents. */
  protected abstract E blank(String department, Instant now);

  /** Takes over what was written. */
  protected abstract void write(E entry, I input, Instant now);

  /** How an entry is shown. */
  protected abstract V view(E entry);

  /** An entry as it would be written; equal to an input that changes nothing. */
  protected abstract I input(E entry);

  /** What names an entry within its department, for example its name. */
  protected abstract String key(E entry);

  /** The same of what is written. */
  protected abstract String key(I input);

  /** The field that holds it, of the entry as of the input. */
  protected abstract String keyField();

  /**
   * Finds every fault in what the input refers to.
   *
   * @return empty if all of it exists and is the department's
   */
  protected abstract Uni<List<FieldError>> misdirected(String department, I input);

  /**
   * The department whose entries a caller sees.
   *
   * @param asked the department asked for, or {@code null} for all
   * @return {@code null} for all
   * @throws org.govshare.platform.problem.Forbidden if the caller may not see them (403)
   */
  protected String readable(Caller caller, String asked) {
    SeparatedDuties.refuse(caller);
    return asked;
  }

  private Uni<E> seen(Caller caller, UUID id) {
    String department = readable(caller, null);
    return store
        .existing(id)
        .invoke(
            entry -> {
              if (department != null && !department.equals(entry.departmentCode())) {
                throw new NotFound(kind + "-not-found", id);
              }
            });
  }

  /** Queries on this kind. */
  protected final EntryStore<E> store() {
    return store;
  }

  /** A page of the entries that meet the conditions. */
  @WithSession
  public Uni<Page<V>> list(
      Caller caller, String department, Conditions conditions, PageRequest page) {
    String seen = readable(caller, department);
    return checkKnown(department)
        .chain(() -> store.page(conditions.equal("departmentCode", seen), ORDER, page))
        .map(found -> found.map(this::view));
  }

  /** Refuses the code of a department that does not exist. */
  protected final Uni<Void> checkKnown(String department) {
    return department == null
        ? Uni.createFrom().voidItem()
        : departments.named("department", department).replaceWithVoid();
  }

  /** One entry. */
  @WithSession
  public Uni<V> read(Caller caller, UUID id) {
    return seen(caller, id).map(this::view);
  }

  /** Adds an entry to a department. */
  @WithTransaction
  public Uni<V> create(Caller caller, I input) {
    String department = EntryAccess.department(caller, input.departmentCode());
    return lock(department)
        .chain(() -> check(department, null, input))
        .chain(() -> add(caller, department, input));
  }

  private Uni<V> add(Caller caller, String department, I input) {
    Instant now = clock.instant();
    E entry = blank(department, now);
    write(entry, input, now);
    return store
        .stored(entry)
        .chain(() -> record(entry, null, view(entry), caller))
        .map(done -> view(entry));
  }

  /** Changes an entry. */
  @WithTransaction
  public Uni<V> change(Caller caller, UUID id, ExpectedVersion expected, I input) {
    return toWrite(caller, id, expected)
        .chain(
            entry ->
                check(entry.departmentCode(), entry, input)
                    .chain(() -> changed(caller, entry, known -> write(known, input, now()))));
  }

  /** Changes an entry that is locked, and writes that down. */
  protected final Uni<V> changed(Caller caller, E entry, Consumer<E> change) {
    V before = view(entry);
    change.accept(entry);
    return store
        .stored(entry)
        .chain(() -> record(entry, before, view(entry), caller))
        .map(done -> view(entry));
  }

  /** The present. */
  protected final Instant now() {
    return clock.instant();
  }

  /** Today where the departments are. */
  protected final LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE);
  }

  /** Removes an entry that nothing refers to. */
  @WithTransaction
  public Uni<Void> remove(Caller caller, UUID id, ExpectedVersion expected) {
    return toWrite(caller, id, expected)
        .chain(
            entry ->
                uses.refuseIfAny(kind, id.toString(), entry.name())
                    .chain(() -> record(entry, view(entry), null, caller))
                    .chain(() -> store.remove(entry)));
  }

  /**
   * An entry that the caller may change, in the version it has seen, with its department locked.
   */
  protected final Uni<E> toWrite(Caller caller, UUID id, ExpectedVersion expected) {
    return seen(caller, id)
        .invoke(entry -> EntryAccess.requireWriter(caller, entry.departmentCode()))
        .chain(entry -> lock(entry.departmentCode()))
        .chain(() -> store.locked(id))
        .invoke(entry -> expected.check(entry.revision()));
  }

  private Uni<Department> lock(String department) {
    return departments
        .findById(department, LockModeType.PESSIMISTIC_WRITE)
        .invoke(
            found -> {
              if (found == null) {
                throw new InvalidInput("departmentCode", "unknown-department", department);
              }
              if (!found.active()) {
                throw new Conflict("department-abolished", found.name());
              }
            });
  }

  private Uni<Void> check(String department, E known, I input) {
    InputChecks checks = new InputChecks();
    input.check(checks, today());
    if (known != null) {
      checks.that(
          input.departmentCode() == null || input.departmentCode().equals(department),
          "departmentCode",
          "cannot-change",
          department);
    }
    checks.done();
    return store
        .withKey(department, keyField(), key(input))
        .invoke(
            other -> {
              if (other != null && other != known) {
                throw new InvalidInput(keyField(), "taken", other.name());
              }
            })
        .chain(() -> misdirected(department, input))
        .invoke(
            faults -> {
              if (!faults.isEmpty()) {
                throw new InvalidInput(faults);
              }
            })
        .replaceWithVoid();
  }

  /** Identities of a department's entries by their names, without what is abolished. */
  @WithSession
  public Uni<Map<String, UUID>> idsByName(String department) {
    return store
        .of(department)
        .map(
            all ->
                all.stream()
                    .filter(entry -> !entry.abolished())
                    .collect(Collectors.toMap(Entry::name, Entry::id, (first, next) -> first)));
  }

  /**
   * Takes in many entries of a department: those with a known key are changed, others added. What
   * they refer to has been looked up among the department's own entries.
   *
   * @param mode whether to write, and what if some have faults
   */
  @WithTransaction
  public Uni<Intake> takeIn(Caller caller, String department, List<I> inputs, IntakeMode mode) {
    EntryAccess.requireWriter(caller, department);
    EntryIntake<E, I, V> intake = new EntryIntake<>(this, caller, department);
    return lock(department)
        .chain(() -> store.of(department))
        .chain(known -> intake.take(inputs, mode, known));
  }

  /** Writes down what became of an entry. */
  final Uni<Void> record(E entry, V before, V after, Caller caller) {
    return changes.recordOf(
        entry.departmentCode(), kind, entry.id().toString(), before, after, caller);
  }
}
