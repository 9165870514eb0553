package org.govshare.catalog.conformity;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.govshare.catalog.library.EntryKind;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.reactive.paging.PagedQuery;

/** Reads items beside what they cite. */
@Singleton
class ConformityRepository {

  // The rule of resource.Visibility, as a condition.
  private static final String SEEN =
      """
       (r.state = 'PUBLISHED' or r.department_code = ?2
        or (?3 and r.state in ('REGISTERED', 'WITHDRAWN', 'SUPERSEDED')))
      """;

  private static final String BASES =
      """
      from library_document d
      join data_item i on i.legal_basis_id = d.id
      join information_resource r on r.id = i.resource_id and r.state = 'PUBLISHED'
      where d.repealed_on <= ?1
      """;

  private static final String BASES_BESIDE =
      """
       or exists (select 1 from demand where legal_basis_id = ?1)
       or exists (select 1 from business_function where legal_basis_id = ?1)
      """;

  /** A resource and how many of its requests ask for a citing item. */
  record Citing(UUID resourceId, long requests) {}

  static String column(EntryKind kind) {
    return switch (kind) {
      case DOCUMENT -> "legal_basis_id";
      case DATA_ELEMENT -> "data_element_id";
      case CODE_TABLE -> "code_table_id";
    };
  }

  Uni<Boolean> cites(EntryKind kind, UUID id) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select exists (select 1 from data_item where "
                            + column(kind)
                            + " = ?1)"
                            + (kind == EntryKind.DOCUMENT ? BASES_BESIDE : ""),
                        Boolean.class)
                    .setParameter(1, id)
                    .getSingleResult());
  }

  /** The resources that cite an entry, as far as the caller may know of them. */
  Uni<Page<Citing>> citing(Caller caller, EntryKind kind, UUID id, PageRequest page) {
    String own =
        caller.hasRole(Roles.CATALOG_EDITOR, Roles.DEPARTMENT_REVIEWER)
            ? caller.department().orElse("")
            : "";
    boolean publisher = caller.hasRole(Roles.CATALOG_PUBLISHER);
    String from =
        " from information_resource r where exists (select 1 from data_item i"
            + " where i.resource_id = r.id and i."
            + column(kind)
            + " = ?1) and"
            + SEEN;
    String rows =
        "select r.id, (select count(distinct a.request_id) from access_request_item a"
            + " join data_item i on i.id = a.item_id"
            + " join access_request q on q.id = a.request_id and q.state <> 'DRAFT'"
            + " where i.resource_id = r.id and i."
            + column(kind)
            + " = ?1)"
            + from
            + " order by r.name, r.version, r.id";
    return Panache.getSession()
        .chain(
            session ->
                PagedQuery.read(
                        session
                            .createNativeQuery("select count(*)" + from, Long.class)
                            .setParameter(1, id)
                            .setParameter(2, own)
                            .setParameter(3, publisher),
                        session
                            .createNativeQuery(rows, Object[].class)
                            .setParameter(1, id)
                            .setParameter(2, own)
                            .setParameter(3, publisher),
                        page)
                    .map(
                        found ->
                            found.map(
                                row -> new Citing((UUID) row[0], ((Number) row[1]).longValue()))));
  }

  Uni<Page<RepealedBasis>> repealed(LocalDate today, PageRequest page) {
    return Panache.getSession()
        .chain(
            session ->
                PagedQuery.read(
                        session
                            .createNativeQuery("select count(distinct d.id) " + BASES, Long.class)
                            .setParameter(1, today),
                        session
                            .createNativeQuery(
                                "select d.id, d.document_number, d.title, d.repealed_on,"
                                    + " d.replaced_by, count(distinct r.id), count(*) "
                                    + BASES
                                    + " group by d.id order by d.repealed_on, d.id",
                                Object[].class)
                            .setParameter(1, today),
                        page)
                    .map(found -> found.map(ConformityRepository::repealed)));
  }

  private static RepealedBasis repealed(Object[] row) {
    return new RepealedBasis(
        (UUID) row[0],
        (String) row[1],
        (String) row[2],
        (LocalDate) row[3],
        (UUID) row[4],
        ((Number) row[5]).longValue(),
        ((Number) row[6]).longValue());
  }
}
