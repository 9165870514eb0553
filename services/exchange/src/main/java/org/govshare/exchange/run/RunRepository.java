package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads and keeps runs. */
@Singleton
class RunRepository implements PanacheRepositoryBase<Run, UUID> {

  Uni<Page<Run>> page(
      Optional<String> department,
      Optional<UUID> service,
      Optional<RunPhase> state,
      PageRequest request) {
    List<String> conditions = new ArrayList<>();
    Parameters values = new Parameters();
    department.ifPresent(
        it -> {
          conditions.add("(sourceDepartment = :department or targetDepartment = :department)");
          values.and("department", it);
        });
    service.ifPresent(
        it -> {
          conditions.add("serviceId = :service");
          values.and("service", it);
        });
    state.ifPresent(
        it -> {
          conditions.add("state = :state");
          values.and("state", it);
        });
    String where = conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    return find(where + " order by requestedAt desc, id", values)
        .range(request.offset(), request.offset() + request.size() - 1)
        .list()
        .chain(items -> count(where, values).map(total -> Page.of(items, total, request)));
  }

  /** Runs that have not ended, the oldest first. */
  Uni<List<Run>> live(int limit) {
    return find("state in ?1 order by requestedAt", RunPhase.LIVE).range(0, limit - 1).list();
  }

  Uni<Run> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The service's last run that brought what it had to bring, or {@code null}. */
  Uni<Run> lastComplete(UUID serviceId) {
    return find(
            "serviceId = ?1 and state = ?2 and cause <> ?3 order by endedAt desc",
            serviceId,
            RunPhase.COMPLETED,
            RunCause.RESEND)
        .firstResult();
  }

  /** The service's latest run, or {@code null}. */
  Uni<Run> latest(UUID serviceId) {
    return find("serviceId = ?1 order by requestedAt desc", serviceId).firstResult();
  }

  /** The service's run that has not ended, locked, or {@code null}; there is one at most. */
  Uni<Run> live(UUID serviceId) {
    return find("serviceId = ?1 and state in ?2", serviceId, RunPhase.LIVE)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult();
  }
}
