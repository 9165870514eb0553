package org.govshare.catalog.lifecycle.identifier;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.govshare.catalog.resource.ResourceState;

/** Reads codes that resources bring along beside what is allotted and reserved. */
@Singleton
class CollisionRepository {

  // Resources on their way that bring a code along and have not been given one.
  private static final String PROPOSED =
      """
      select r.proposed_identifier, r.id, r.series_id, r.name, r.department_code, r.state,
          r.batch_id, a.series_id as holder, v.department_code as reserved_for
      from information_resource r
      left join identifier_allocation a
          on a.identifier = r.proposed_identifier and a.series_id <> r.series_id
      left join identifier_reservation v
          on v.released_at is null and v.prefix = left(r.proposed_identifier, 16)
          and r.proposed_identifier ~ '^[0-9]{16}/[0-9]{5}$'
          and cast(substring(r.proposed_identifier from '/([0-9]{5})$') as integer)
              between v.first_number and v.last_number
          and v.department_code <> r.department_code
      where r.proposed_identifier is not null and r.version = 1
          and r.state in ('DRAFT', 'PENDING_REVIEW', 'RETURNED', 'REGISTERED')
      order by r.proposed_identifier, r.name, r.id
      """;

  private static final String HELD =
      """
      select series_id, kept, allocated_at from identifier_allocation where identifier = ?1
      """;

  private static final String TAKEN =
      """
      select identifier from identifier_allocation where identifier = any(cast(?1 as text[]))
      """;

  /** A resource and the code it brings along. */
  record Proposed(
      String identifier,
      UUID id,
      UUID seriesId,
      String name,
      String departmentCode,
      ResourceState state,
      UUID batchId,
      UUID holder,
      String reservedFor) {}

  /** Whose an identifier is. */
  record Held(UUID seriesId, boolean kept, Instant at) {}

  Uni<List<Proposed>> proposed() {
    return Panache.getSession()
        .chain(session -> session.createNativeQuery(PROPOSED, Object[].class).getResultList())
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Proposed(
                                (String) row[0],
                                (UUID) row[1],
                                (UUID) row[2],
                                (String) row[3],
                                (String) row[4],
                                ResourceState.valueOf((String) row[5]),
                                (UUID) row[6],
                                (UUID) row[7],
                                (String) row[8]))
                    .toList());
  }

  Uni<Optional<Held>> held(String identifier) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(HELD, Object[].class)
                    .setParameter(1, identifier)
                    .getResultList())
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Held((UUID) row[0], (Boolean) row[1], instant(row[2])))
                    .findFirst());
  }

  private static Instant instant(Object value) {
    return value instanceof Instant at ? at : ((OffsetDateTime) value).toInstant();
  }

  Uni<List<String>> taken(List<String> identifiers) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(TAKEN, String.class)
                    .setParameter(1, identifiers.toArray(String[]::new))
                    .getResultList());
  }
}
