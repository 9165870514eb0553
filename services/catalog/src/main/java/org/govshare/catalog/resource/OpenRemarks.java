package org.govshare.catalog.resource;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Remarks on fields of resources that were sent back, until they are handed in again. */
@Singleton
public class OpenRemarks {

  private static final String ADD =
      """
      insert into field_remark (resource_id, transition_id, field, remark)
      select ?1, ?2, given.field, given.remark
      from unnest(cast(?3 as text[]), cast(?4 as text[])) with ordinality
          as given (field, remark, position)
      order by position
      """;

  private static final String RESOLVE =
      """
      update field_remark set resolved_at = ?2
      where resource_id = any(cast(?1 as uuid[])) and resolved_at is null
      """;

  private static final String OPEN =
      """
      select field, remark from field_remark
      where resource_id = ?1 and resolved_at is null order by id
      """;

  private static final String OF_STEPS =
      """
      select transition_id, field, remark from field_remark
      where transition_id = any(cast(?1 as bigint[])) order by id
      """;

  OpenRemarks() {}

  /** Adds remarks, made with a step of the resource's way, in the caller's transaction. */
  public Uni<Void> add(UUID resourceId, long step, List<FieldRemark> remarks) {
    if (remarks.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(ADD)
                    .setParameter(1, resourceId)
                    .setParameter(2, step)
                    .setParameter(
                        3, remarks.stream().map(FieldRemark::field).toArray(String[]::new))
                    .setParameter(
                        4, remarks.stream().map(FieldRemark::remark).toArray(String[]::new))
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** Resources were handed in again: what was remarked on them counts as dealt with. */
  public Uni<Void> resolve(Collection<UUID> resourceIds, Instant now) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(RESOLVE)
                    .setParameter(1, resourceIds.toArray(UUID[]::new))
                    .setParameter(2, now.atOffset(ZoneOffset.UTC))
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** The open remarks on a resource, {@code null} if it is not one that was sent back. */
  Uni<List<FieldRemark>> on(InformationResource resource) {
    if (resource.state() != ResourceState.RETURNED) {
      return Uni.createFrom().nullItem();
    }
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(OPEN, Object[].class)
                    .setParameter(1, resource.id())
                    .getResultList())
        .map(
            rows ->
                rows.stream()
                    .map(row -> new FieldRemark((String) row[0], (String) row[1]))
                    .toList());
  }

  /** The remarks made with some steps, open or not. */
  public Uni<Map<Long, List<FieldRemark>>> of(List<Long> steps) {
    if (steps.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(OF_STEPS, Object[].class)
                    .setParameter(1, steps.toArray(Long[]::new))
                    .getResultList())
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.groupingBy(
                            row -> ((Number) row[0]).longValue(),
                            Collectors.mapping(
                                row -> new FieldRemark((String) row[1], (String) row[2]),
                                Collectors.toList()))));
  }
}
