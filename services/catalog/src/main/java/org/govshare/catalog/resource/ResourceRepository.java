package org.govshare.catalog.resource;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Queries on resources. */
@Singleton
public class ResourceRepository implements PanacheRepositoryBase<InformationResource, UUID> {

  ResourceRepository() {}

  /**
   * One resource, to read.
   *
   * @throws ResourceNotFound if there is none (404)
   */
  public Uni<InformationResource> existing(UUID id) {
    return findById(id).onItem().ifNull().failWith(() -> new ResourceNotFound(id));
  }

  /**
   * One resource, to change: other changes of it wait until this transaction ends.
   *
   * @throws ResourceNotFound if there is none (404)
   */
  public Uni<InformationResource> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new ResourceNotFound(id));
  }

  /** The version of a series that is in the catalogue, or {@code null}. */
  public Uni<InformationResource> publishedOf(UUID seriesId) {
    return find("seriesId = ?1 and state = ?2", seriesId, ResourceState.PUBLISHED)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult();
  }

  /** The versions of some series that are in the catalogue. */
  public Uni<List<InformationResource>> publishedOf(Collection<UUID> seriesIds) {
    return seriesIds.isEmpty()
        ? Uni.createFrom().item(List.of())
        : find("seriesId in ?1 and state = ?2 order by id", seriesIds, ResourceState.PUBLISHED)
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .list();
  }

  /** Some resources in the order of their identities, to change: other changes of them wait. */
  public Uni<List<InformationResource>> locked(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /**
   * Identities of resources with something in common, in their order; what is {@code null} does not
   * matter.
   */
  public Uni<List<UUID>> matching(
      ResourceState state,
      String department,
      String categoryCode,
      UUID batchId,
      UUID campaignId,
      int limit) {
    StringBuilder condition =
        new StringBuilder("select id from InformationResource where state = ?1");
    List<Object> parameters = new ArrayList<>(List.of(state));
    also("departmentCode", department, condition, parameters);
    also("categoryCode", categoryCode, condition, parameters);
    also("batchId", batchId, condition, parameters);
    also("campaignId", campaignId, condition, parameters);
    return Panache.getSession()
        .chain(
            session -> {
              var query = session.createQuery(condition + " order by id", UUID.class);
              for (int i = 0; i < parameters.size(); i++) {
                query.setParameter(i + 1, parameters.get(i));
              }
              return query.setMaxResults(limit).getResultList();
            });
  }

  private static void also(
      String field, Object value, StringBuilder condition, List<Object> parameters) {
    if (value != null) {
      parameters.add(value);
      condition.append(" and ").append(field).append(" = ?").append(parameters.size());
    }
  }

  /** All versions of a series, the latest first. */
  public Uni<List<InformationResource>> versionsOf(UUID seriesId) {
    return list("seriesId = ?1 order by version desc", seriesId);
  }

  /** Which of these identifiers belong to resources that are published. */
  Uni<List<String>> publishedAmong(List<String> identifiers) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createQuery(
                        "select identifier from InformationResource"
                            + " where state = ?1 and identifier in ?2",
                        String.class)
                    .setParameter(1, ResourceState.PUBLISHED)
                    .setParameter(2, identifiers)
                    .getResultList());
  }

  /**
   * Notes that the data behind a series was updated. That says nothing new about the entry itself,
   * so its version tag stays.
   *
   * @param rowCount how many rows there are now, for the published version; {@code null} if that
   *     was not said
   */
  public Uni<Void> dataUpdated(UUID seriesId, Instant at, Long rowCount) {
    return update(
            "update InformationResource set dataUpdatedAt = ?2, rowCount ="
                + " case when state = ?5 then coalesce(?3, rowCount) else rowCount end"
                + " where seriesId = ?1 and state not in ?4",
            seriesId,
            at,
            rowCount,
            List.of(ResourceState.WITHDRAWN, ResourceState.SUPERSEDED),
            ResourceState.PUBLISHED)
        .replaceWithVoid();
  }

  /** How many resources of a department are in a state. */
  public Uni<Long> countOf(ResourceState state, String department) {
    return count("state = ?1 and departmentCode = ?2", state, department);
  }

  /** How many resources of all departments are in a state. */
  public Uni<Long> countOf(ResourceState state) {
    return count("state", state);
  }

  /** How many resources there are from draft to published. */
  public Uni<Long> countCurrent() {
    return count("state not in ?1", List.of(ResourceState.WITHDRAWN, ResourceState.SUPERSEDED));
  }

  /** Published resources, counted by department, sharing type and open type. */
  public Uni<List<PublishedCount>> publishedCounts() {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createQuery(
                        """
                        select departmentCode, sharingType, openType, count(*), sum(itemCount)
                        from InformationResource where state = ?1
                        group by departmentCode, sharingType, openType
                        """,
                        Object[].class)
                    .setParameter(1, ResourceState.PUBLISHED)
                    .getResultList())
        .map(rows -> rows.stream().map(ResourceRepository::published).toList());
  }

  private static PublishedCount published(Object[] row) {
    return new PublishedCount(
        (String) row[0],
        (SharingType) row[1],
        (OpenType) row[2],
        (Long) row[3],
        ((Number) row[4]).longValue());
  }
}
