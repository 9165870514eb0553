package org.govshare.catalog.task;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on delegations. */
@Singleton
class DelegationRepository implements PanacheRepositoryBase<TaskDelegation, UUID> {

  private static final String HOLDS = "endedAt is null and firstDay <= ?2 and lastDay >= ?3";

  /** Those who named a person for today. */
  Uni<List<String>> awayFor(String delegate, LocalDate today) {
    return list("delegate = ?1 and " + HOLDS, delegate, today, today)
        .map(found -> found.stream().map(TaskDelegation::delegator).toList());
  }

  /** Whom each of those who are away today named. */
  Uni<Map<String, String>> delegatesOf(Collection<String> delegators, LocalDate today) {
    if (delegators.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return list("delegator in ?1 and " + HOLDS, delegators, today, today)
        .map(
            found ->
                found.stream()
                    .collect(
                        Collectors.toMap(
                            TaskDelegation::delegator, TaskDelegation::delegate, (a, b) -> a)));
  }

  /** Whether a person is away at some time of a period. */
  Uni<Boolean> away(String person, LocalDate first, LocalDate last) {
    return count("delegator = ?1 and " + HOLDS, person, last, first).map(found -> found > 0);
  }

  /** Whether a person stands in for somebody at some time of a period. */
  Uni<Boolean> standsIn(String person, LocalDate first, LocalDate last) {
    return count("delegate = ?1 and " + HOLDS, person, last, first).map(found -> found > 0);
  }

  Uni<Page<TaskDelegation>> page(DelegationRole role, String person, PageRequest page) {
    String condition =
        role == null
            ? "(delegator = ?1 or delegate = ?1)"
            : role == DelegationRole.given ? "delegator = ?1" : "delegate = ?1";
    return count(condition, person)
        .chain(
            total ->
                find(condition + " order by firstDay desc, id", person)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<TaskDelegation> found) -> Page.of(found, total, page)));
  }

  Uni<TaskDelegation> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("delegation-not-found", id));
  }
}
