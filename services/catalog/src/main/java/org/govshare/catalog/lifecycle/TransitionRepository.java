package org.govshare.catalog.lifecycle;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.platform.correlation.Correlation;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** The trail, and who wrote what. */
@Singleton
class TransitionRepository implements PanacheRepository<ResourceTransition> {

  private static final String RECORD =
      """
      insert into resource_transition (
          resource_id, action, from_state, to_state, actor, department, remark, at, correlation)
      select moved.id, ?3, moved.from_state, cast(?4 as text), ?5, cast(?6 as text),
          cast(?7 as text), ?8, cast(?9 as text)
      from unnest(cast(?1 as uuid[]), cast(?2 as text[])) as moved (id, from_state)
      returning resource_id, id
      """;

  private static final String EDITORS =
      "select resource_id, name from resource_editor where resource_id = any(cast(?1 as uuid[]))";

  Uni<Page<ResourceTransition>> of(UUID resourceId, PageRequest page) {
    return count("resourceId", resourceId)
        .chain(
            total ->
                find("resourceId = ?1 order by id", resourceId)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<ResourceTransition> found) -> Page.of(found, total, page)));
  }

  /** The step that last sent a resource back. */
  Uni<Optional<ResourceTransition>> lastReturn(UUID resourceId) {
    return find(
            "resourceId = ?1 and action = ?2 order by id desc", resourceId, TransitionAction.RETURN)
        .firstResult()
        .map(Optional::ofNullable);
  }

  /**
   * Writes a step into the trail of each resource.
   *
   * @return the entry of each
   */
  Uni<Map<UUID, Long>> record(ResourceMoved event) {
    UUID[] ids = event.resources().stream().map(ResourceMoved.Moved::id).toArray(UUID[]::new);
    String[] from =
        event.resources().stream().map(moved -> moved.from().name()).toArray(String[]::new);
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(RECORD, Object[].class)
                    .setParameter(1, ids)
                    .setParameter(2, from)
                    .setParameter(3, event.action().name())
                    .setParameter(4, event.to() == null ? null : event.to().name())
                    .setParameter(5, event.actor().name())
                    .setParameter(6, event.actor().department().orElse(null))
                    .setParameter(7, event.remark())
                    .setParameter(8, event.at().atOffset(ZoneOffset.UTC))
                    .setParameter(9, Correlation.current())
                    .getResultList())
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.toMap(
                            row -> (UUID) row[0], row -> ((Number) row[1]).longValue())));
  }

  /** Everybody who wrote these besides their authors and last editors. */
  Uni<Map<UUID, Set<String>>> editorsOf(Collection<UUID> resourceIds) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(EDITORS, Object[].class)
                    .setParameter(1, resourceIds.toArray(UUID[]::new))
                    .getResultList())
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.groupingBy(
                            row -> (UUID) row[0],
                            Collectors.mapping(row -> (String) row[1], Collectors.toSet()))));
  }
}
