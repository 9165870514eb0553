package org.govshare.catalog.schedule;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/** Says which replica does the scheduled work, until when. */
@Singleton
class ScheduleLease {

  private static final String LEASE =
      """
      update schedule_lease set holder = $1, expires_at = now() + $2 * interval '1 millisecond'
      where name = 'schedule' and (holder = $1 or expires_at < now())
      """;

  private final Pool pool;
  private final String replica = UUID.randomUUID().toString();

  ScheduleLease(Pool pool) {
    this.pool = pool;
  }

  /** Takes or renews the lease. */
  Uni<Boolean> take(Duration duration) {
    return pool.preparedQuery(LEASE)
        .execute(Tuple.of(replica, (double) duration.toMillis()))
        .map(result -> result.rowCount() == 1);
  }
}
