package org.govshare.catalog.organisation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.reference.Conditions;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.reactive.paging.PagedQuery;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Queries on one kind of entry.
 *
 * @param <E> kind of entry
 */
public final class EntryStore<E extends Entry> {

  private final Class<E> type;
  private final String kind;

  /** Queries on a kind of entry that its history and its problems call by this word. */
  public EntryStore(Class<E> type, String kind) {
    this.type = type;
    this.kind = kind;
  }

  /**
   * One entry, to read.
   *
   * @throws NotFound if there is none (404)
   */
  public Uni<E> existing(UUID id) {
    return Panache.getSession().chain(session -> session.find(type, id)).invoke(e -> found(e, id));
  }

  /**
   * One entry, to change: other changes of it wait until this transaction ends.
   *
   * @throws NotFound if there is none (404)
   */
  public Uni<E> locked(UUID id) {
    return Panache.getSession()
        .chain(session -> session.find(type, id, LockModeType.PESSIMISTIC_WRITE))
        .invoke(e -> found(e, id));
  }

  private void found(E entry, UUID id) {
    if (entry == null) {
      throw new NotFound(kind + "-not-found", id);
    }
  }

  /** A page of the entries that meet the conditions. */
  public Uni<Page<E>> page(Conditions conditions, String order, PageRequest page) {
    return Panache.getSession()
        .chain(
            session ->
                PagedQuery.read(
                    query(session, "select count(*)", conditions, "", Long.class),
                    query(session, "", conditions, " order by " + order, type),
                    page));
  }

  /** All entries of a department, in the order of their names. */
  public Uni<List<E>> of(String department) {
    Conditions conditions = new Conditions().equal("departmentCode", department);
    return Panache.getSession()
        .chain(
            session -> query(session, "", conditions, " order by name, id", type).getResultList());
  }

  /** The entry of a department with this value in this field, or {@code null}. */
  Uni<E> withKey(String department, String field, String key) {
    Conditions conditions = new Conditions().equal("departmentCode", department).equal(field, key);
    return Panache.getSession()
        .chain(session -> query(session, "", conditions, "", type).getSingleResultOrNull());
  }

  private <T> Mutiny.SelectionQuery<T> query(
      Mutiny.Session session, String select, Conditions conditions, String order, Class<T> result) {
    Mutiny.SelectionQuery<T> query =
        session.createSelectionQuery(
            select + " from " + type.getName() + " where " + conditions.text() + order, result);
    Object[] values = conditions.values();
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    return query;
  }

  /** Writes an entry and reads what the database adds to it. */
  public Uni<E> stored(E entry) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .persist(entry)
                    .chain(session::flush)
                    .chain(() -> session.refresh(entry))
                    .replaceWith(entry));
  }

  /** Writes all changes, adds these entries, and forgets what was read. */
  Uni<Void> storeAll(List<E> fresh) {
    return Panache.getSession()
        .chain(
            session ->
                session.persistAll(fresh.toArray()).chain(session::flush).invoke(session::clear));
  }

  /** Removes an entry. */
  public Uni<Void> remove(E entry) {
    return Panache.getSession().chain(session -> session.remove(entry));
  }
}
