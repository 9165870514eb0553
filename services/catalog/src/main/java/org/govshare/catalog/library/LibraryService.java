package org.govshare.catalog.library;

import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.govshare.catalog.history.Changes;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.reactive.paging.PagedQuery;
import org.govshare.platform.version.ExpectedVersion;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps one kind of entry. Everybody reads them; the publisher writes them.
 *
 * @param <E> kind of entry
 * @param <I> how it is written
 * @param <V> how it is shown
 */
public abstract class LibraryService<E extends LibraryEntry<I, V>, I extends LibraryInput, V> {

  private final Class<E> type;
  private final EntryKind kind;
  private final Citations citations;
  private final Changes changes;
  private final Clock clock;

  protected LibraryService(
      Class<E> type, EntryKind kind, Citations citations, Changes changes, Clock clock) {
    this.type = type;
    this.kind = kind;
    this.citations = citations;
    this.changes = changes;
    this.clock = clock;
  }

  /** A new entry. */
  protected abstract E made(I input);

  /** The order of lists. */
  protected abstract String order();

  /**
   * Refuses what does not go together with other entries.
   *
   * @param id the entry that is changed, {@code null} for a new one
   * @throws InvalidInput naming the fault (400)
   */
  protected abstract Uni<Void> consistent(UUID id, I input);

  /** Removes what hangs on an entry that is about to be deleted. */
  protected Uni<Void> leaving(UUID id) {
    return Uni.createFrom().voidItem();
  }

  /** Today, by which an entry is in force or not. */
  protected final LocalDate today() {
    return Validity.today(clock);
  }

  /**
   * One entry, to read.
   *
   * @throws EntryNotFound if there is none (404)
   */
  protected final Uni<E> existing(UUID id) {
    return found(id, LockModeType.NONE);
  }

  /**
   * One entry, to change: other changes of it wait until this transaction ends.
   *
   * @throws EntryNotFound if there is none (404)
   */
  protected final Uni<E> locked(UUID id) {
    return found(id, LockModeType.PESSIMISTIC_WRITE);
  }

  private Uni<E> found(UUID id, LockModeType lock) {
    return Panache.getSession()
        .chain(session -> session.find(type, id, lock))
        .onItem()
        .ifNull()
        .failWith(() -> new EntryNotFound(id));
  }

  /** A page of the entries that meet the conditions. */
  @WithSession
  public Uni<Page<V>> page(EntryQuery query, PageRequest page) {
    return Panache.getSession()
        .chain(
            session ->
                PagedQuery.read(
                    selected(session, "select count(*)", query, "", Long.class),
                    selected(session, "", query, " order by " + order(), type),
                    page))
        .map(found -> found.map(this::view));
  }

  private <T> Mutiny.SelectionQuery<T> selected(
      Mutiny.Session session, String select, EntryQuery conditions, String order, Class<T> result) {
    Mutiny.SelectionQuery<T> query =
        session.createSelectionQuery(
            select + " from " + type.getName() + " where " + conditions.condition() + order,
            result);
    Object[] values = conditions.parameters();
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    return query;
  }

  /** One entry. */
  @WithSession
  public Uni<V> read(UUID id) {
    return existing(id).map(this::view);
  }

  /** Adds an entry. */
  @WithTransaction
  public Uni<V> create(Caller caller, I input) {
    caller.requireRole(CATALOG_PUBLISHER);
    input.check();
    return consistent(null, input)
        .chain(Panache::getSession)
        .chain(
            session -> {
              E entry = made(input);
              return session.persist(entry).chain(session::flush).replaceWith(entry);
            })
        .chain(
            entry -> {
              V view = view(entry);
              return record(caller, entry.id(), null, view).replaceWith(view);
            });
  }

  /** Changes an entry. */
  @WithTransaction
  public Uni<V> change(Caller caller, UUID id, ExpectedVersion expected, I input) {
    caller.requireRole(CATALOG_PUBLISHER);
    input.check();
    return locked(id)
        .invoke(entry -> expected.check(entry.revision()))
        .call(() -> consistent(id, input))
        .chain(entry -> write(caller, entry, input));
  }

  private Uni<V> write(Caller caller, E entry, I input) {
    V before = view(entry);
    entry.write(input);
    return Panache.getSession()
        .chain(Mutiny.Session::flush)
        .map(ignored -> view(entry))
        .call(after -> record(caller, entry.id(), before, after));
  }

  /** Deletes an entry that nothing cites. */
  @WithTransaction
  public Uni<Void> delete(Caller caller, UUID id, ExpectedVersion expected) {
    caller.requireRole(CATALOG_PUBLISHER);
    return locked(id)
        .invoke(entry -> expected.check(entry.revision()))
        .call(() -> citations.none(kind, id))
        .call(() -> leaving(id))
        .call(entry -> record(caller, id, view(entry), null))
        .chain(entry -> Panache.getSession().chain(session -> session.remove(entry)));
  }

  private Uni<Void> record(Caller caller, UUID id, V before, V after) {
    return changes.record(kind.word(), id.toString(), before, after, caller);
  }

  private V view(E entry) {
    return entry.view(today());
  }
}
