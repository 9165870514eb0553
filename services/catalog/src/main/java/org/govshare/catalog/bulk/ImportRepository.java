package org.govshare.catalog.bulk;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.reactive.paging.PagedQuery;
import org.hibernate.reactive.mutiny.Mutiny;

/** Queries of those who look at imports and order them. */
@Singleton
class ImportRepository implements PanacheRepositoryBase<ImportBatch, UUID> {

  private static final String WANTED =
      """
       from import_fault where batch_id = ?1
          and (cast(?2 as text) is null or reason = ?2)
          and (cast(?3 as text) is null or template_column = ?3)
      """;

  Uni<ImportBatch> existing(UUID id) {
    return findById(id).onItem().ifNull().failWith(() -> new ImportNotFound(id));
  }

  Uni<ImportBatch> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new ImportNotFound(id));
  }

  /** A page of the imports of a department, or of all. */
  Uni<Page<ImportBatch>> page(Optional<String> department, PageRequest page) {
    String where = department.isPresent() ? "department = ?1" : "1 = 1";
    Object[] values = department.stream().toArray();
    return count(where, values)
        .chain(
            total ->
                find(where + " order by createdAt desc, id", values)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<ImportBatch> found) -> Page.of(found, total, page)));
  }

  /** Reads a batch again: its job may have written between the two readings. */
  Uni<Void> refresh(ImportBatch batch) {
    return Panache.getSession().chain(session -> session.refresh(batch));
  }

  Uni<List<FaultCount>> faultCounts(UUID batch) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        """
                        select reason, template_column, count(*) from import_fault
                        where batch_id = ?1 group by reason, template_column
                        order by count(*) desc, reason, template_column
                        """,
                        Object[].class)
                    .setParameter(1, batch)
                    .getResultList())
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new FaultCount(
                                (String) row[0], (String) row[1], ((Number) row[2]).longValue()))
                    .toList());
  }

  /** A page of a batch's faults in the order of their rows. */
  Uni<Page<StoredFault>> faults(UUID batch, String code, String column, PageRequest page) {
    return Panache.getSession()
        .chain(
            session ->
                PagedQuery.read(
                        wanted(
                            session, "select count(*)" + WANTED, Long.class, batch, code, column),
                        wanted(
                            session,
                            "select row_number, template_column, reason,"
                                + " cast(array_to_json(arguments) as text),"
                                + " value, suggestion, resource_row"
                                + WANTED
                                + " order by row_number, number",
                            Object[].class,
                            batch,
                            code,
                            column),
                        page)
                    .map(found -> found.map(ImportRepository::fault)));
  }

  private static <T> Mutiny.SelectionQuery<T> wanted(
      Mutiny.Session session, String sql, Class<T> type, UUID batch, String code, String column) {
    return session
        .createNativeQuery(sql, type)
        .setParameter(1, batch)
        .setParameter(2, code)
        .setParameter(3, column);
  }

  private static StoredFault fault(Object[] row) {
    return new StoredFault(
        (Integer) row[0],
        (String) row[1],
        (String) row[2],
        FaultCursor.words((String) row[3]),
        (String) row[4],
        (String) row[5],
        (Integer) row[6]);
  }

  /** A page of what an undoing has left, by name. */
  Uni<Page<KeptView>> kept(UUID batch, PageRequest page) {
    return Panache.getSession()
        .chain(
            session ->
                PagedQuery.read(
                        session
                            .createNativeQuery(
                                "select count(*) from import_kept where batch_id = ?1", Long.class)
                            .setParameter(1, batch),
                        session
                            .createNativeQuery(
                                """
                                    select resource_id, name, identifier, reason from import_kept
                                    where batch_id = ?1 order by name, resource_id
                                    """,
                                Object[].class)
                            .setParameter(1, batch),
                        page)
                    .map(found -> found.map(ImportRepository::kept)));
  }

  private static KeptView kept(Object[] row) {
    return new KeptView((UUID) row[0], (String) row[1], (String) row[2], (String) row[3]);
  }
}
