package org.govshare.catalog.library.code;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.library.EntryNotFound;
import org.govshare.catalog.search.SearchText;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.reactive.paging.PagedQuery;

/** Queries on the versions of code tables and on their codes. */
@Singleton
class CodeRepository implements PanacheRepositoryBase<CodeTableVersion, UUID> {

  // One statement for all codes of a version; their order in the array is their position.
  private static final String INSERT =
      """
      insert into code_value (version_id, position, code, name, parent, remark)
      select ?1, number - 1, entry ->> 'code', entry ->> 'name', entry ->> 'parent',
             entry ->> 'remark'
      from jsonb_array_elements(cast(cast(?2 as text) as jsonb))
           with ordinality as given (entry, number)
      """;

  private static final String MATCH =
      " from code_value where version_id = ?1"
          + " and (lower(code) like ?2 escape '\\' or lower(name) like ?2 escape '\\')";

  private final ObjectMapper json;

  CodeRepository(ObjectMapper json) {
    this.json = json;
  }

  Uni<CodeTableVersion> latest(UUID table) {
    return find("codeTableId = ?1 order by number desc", table).firstResult();
  }

  Uni<CodeTableVersion> numbered(UUID table, int number) {
    return find("codeTableId = ?1 and number = ?2", table, number)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> new EntryNotFound(table));
  }

  /** The version valid on a day. */
  Uni<CodeTableVersion> validOn(UUID table, LocalDate day) {
    return find(
            "codeTableId = ?1 and validFrom <= ?2 and (validUntil is null or validUntil >= ?2)",
            table,
            day)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> new EntryNotFound(table));
  }

  Uni<Page<CodeTableVersion>> of(UUID table, PageRequest page) {
    return count("codeTableId", table)
        .chain(
            total ->
                find("codeTableId = ?1 order by number desc", table)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<CodeTableVersion> found) -> Page.of(found, total, page)));
  }

  Uni<Void> add(UUID version, List<CodeInput> codes) {
    String text;
    try {
      text = json.writeValueAsString(codes);
    } catch (JsonProcessingException e) {
      return Uni.createFrom().failure(e);
    }
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(INSERT)
                    .setParameter(1, version)
                    .setParameter(2, text)
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** Codes of a version in their order, all or those in which the words of a query occur. */
  Uni<Page<CodeInput>> codes(UUID version, String query, PageRequest page) {
    String pattern =
        query == null || query.isBlank()
            ? "%"
            : SearchText.likePattern(SearchText.normalise(query.strip()));
    return Panache.getSession()
        .chain(
            session ->
                PagedQuery.read(
                        session
                            .createNativeQuery("select count(*)" + MATCH, Long.class)
                            .setParameter(1, version)
                            .setParameter(2, pattern),
                        session
                            .createNativeQuery(
                                "select code, name, parent, remark" + MATCH + " order by position",
                                Object[].class)
                            .setParameter(1, version)
                            .setParameter(2, pattern),
                        page)
                    .map(found -> found.map(CodeRepository::code)));
  }

  private static CodeInput code(Object[] row) {
    return new CodeInput((String) row[0], (String) row[1], (String) row[2], (String) row[3]);
  }
}
