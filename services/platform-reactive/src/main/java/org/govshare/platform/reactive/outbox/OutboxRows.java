package org.govshare.platform.reactive.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.govshare.platform.reactive.message.Acknowledgement;

/** The relay's queries. They run beside the application's sessions, on connections of their own. */
@Singleton
class OutboxRows {

  private static final String LEASE =
      """
      update outbox_lease set holder = $1, expires_at = now() + $2 * interval '1 millisecond'
      where name = 'relay' and (holder = $1 or expires_at < now())
      """;

  // The wait doubles with each attempt, up to sixteenfold, so that a consumer that is away for long
  // does not find its queue full of repetitions.
  private static final String DUE =
      """
      select consumer, sequence, type, payload::text as payload, correlation, occurred_at
      from outbox
      where sent_at is null
         or sent_at < now() - power(2, least(attempts - 1, 4)) * $1 * interval '1 millisecond'
      order by consumer, sequence
      limit $2
      """;

  private static final String SENT =
      """
      update outbox set sent_at = now(), attempts = attempts + 1
      where consumer = $1 and sequence = $2
      """;

  private static final String DELETE = "delete from outbox where consumer = $1 and sequence <= $2";

  private static final String ACKNOWLEDGE =
      """
      update outbox_consumer set acknowledged = least(last_sequence, greatest(acknowledged, $2))
      where consumer = $1
      """;

  private static final String RESEND =
      "update outbox set sent_at = null where consumer = $1 and sequence > $2 and attempts > 0";

  private final Pool pool;

  OutboxRows(Pool pool) {
    this.pool = pool;
  }

  Uni<Boolean> lease(String replica, Duration duration) {
    return pool.preparedQuery(LEASE)
        .execute(Tuple.of(replica, (double) duration.toMillis()))
        .map(result -> result.rowCount() == 1);
  }

  Uni<List<Row>> due(Duration resendInterval, int limit) {
    return pool.preparedQuery(DUE)
        .execute(Tuple.of((double) resendInterval.toMillis(), limit))
        .map(
            result -> {
              List<Row> rows = new ArrayList<>();
              result.forEach(rows::add);
              return rows;
            });
  }

  Uni<Void> sent(String consumer, long sequence) {
    return pool.preparedQuery(SENT).execute(Tuple.of(consumer, sequence)).replaceWithVoid();
  }

  Uni<Void> acknowledged(Acknowledgement word) {
    Tuple key = Tuple.of(word.consumer(), word.sequence());
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(DELETE)
                .execute(key)
                .chain(() -> connection.preparedQuery(ACKNOWLEDGE).execute(key))
                .chain(
                    () ->
                        word.resend()
                            ? connection.preparedQuery(RESEND).execute(key).replaceWithVoid()
                            : Uni.createFrom().voidItem()));
  }
}
