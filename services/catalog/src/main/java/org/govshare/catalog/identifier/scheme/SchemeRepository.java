package org.govshare.catalog.identifier.scheme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads and writes schemes. */
@Singleton
class SchemeRepository {

  private static final String CHANGES =
      """
      select revision, cast(segments as text), remark, changed_by, changed_at
      from identifier_scheme_change order by revision desc
      """;

  private static final String REMEMBER =
      """
      insert into identifier_scheme_change (revision, segments, remark, changed_by, changed_at)
      values (?1, cast(cast(?2 as text) as jsonb), ?3, ?4, ?5)
      """;

  private static final String REPEAT =
      """
      insert into identifier_segment (position, source, digits, constant)
      select position, segment ->> 'source', cast(segment ->> 'digits' as integer),
          segment ->> 'constant'
      from identifier_scheme_change,
          jsonb_array_elements(segments) with ordinality as each (segment, position)
      where revision = ?1
      """;

  private static final String ALLOTTED =
      """
      select prefix, count(*), min(identifier) from identifier_allocation
      group by prefix order by prefix
      """;

  private final ObjectMapper json;

  SchemeRepository(ObjectMapper json) {
    this.json = json;
  }

  /** Makes other changes of the scheme wait; readers do not. */
  Uni<Void> lock() {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery("lock table identifier_scheme_change in exclusive mode")
                    .executeUpdate())
        .replaceWithVoid();
  }

  Uni<SchemeView> current() {
    return changes(0, 1).map(List::getFirst);
  }

  Uni<Page<SchemeView>> page(PageRequest page) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery("select count(*) from identifier_scheme_change", Long.class)
                    .getSingleResult())
        .chain(
            total -> changes(page.offset(), page.size()).map(found -> Page.of(found, total, page)));
  }

  private Uni<List<SchemeView>> changes(int offset, int limit) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(CHANGES, Object[].class)
                    .setFirstResult(offset)
                    .setMaxResults(limit)
                    .getResultList())
        .map(rows -> rows.stream().map(this::view).toList());
  }

  private SchemeView view(Object[] row) {
    try {
      return new SchemeView(
          ((Number) row[0]).longValue(),
          json.readValue((String) row[1], new TypeReference<List<Segment>>() {}),
          (String) row[2],
          (String) row[3],
          row[4] instanceof Instant at ? at : ((OffsetDateTime) row[4]).toInstant());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Remembers a scheme and puts it in force. */
  Uni<SchemeView> put(SchemeView scheme) {
    return Panache.getSession()
        .chain(
            session ->
                remember(session, scheme)
                    .chain(
                        () ->
                            session
                                .createNativeQuery("delete from identifier_segment")
                                .executeUpdate())
                    .chain(
                        () ->
                            session
                                .createNativeQuery(REPEAT)
                                .setParameter(1, scheme.revision())
                                .executeUpdate()))
        .replaceWith(scheme);
  }

  private Uni<Integer> remember(Mutiny.Session session, SchemeView scheme) {
    try {
      return session
          .createNativeQuery(REMEMBER)
          .setParameter(1, scheme.revision())
          .setParameter(2, json.writeValueAsString(scheme.segments()))
          .setParameter(3, scheme.remark())
          .setParameter(4, scheme.changedBy())
          .setParameter(5, scheme.changedAt().atOffset(ZoneOffset.UTC))
          .executeUpdate();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  Uni<List<AllottedPrefix>> allottedPrefixes() {
    return Panache.getSession()
        .chain(session -> session.createNativeQuery(ALLOTTED, Object[].class).getResultList())
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new AllottedPrefix(
                                (String) row[0], ((Number) row[1]).longValue(), (String) row[2]))
                    .toList());
  }
}
