package org.govshare.catalog.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The sender's queries, on connections of their own. */
@Singleton
class EmailRows {

  // Whoever takes an e-mail holds it; nobody else sends it until the holder has been silent long.
  private static final String TAKE =
      """
      with taken as (
          update notice_email set holder = $1, held_until = now() + $2 * interval '1 millisecond',
              attempts = attempts + 1
          where id in (
              select id from notice_email
              where state = 'QUEUED' and next_attempt_at <= now()
                and (held_until is null or held_until < now())
              order by next_attempt_at limit $3
              for update skip locked)
          returning id, notice_id, person, address, language, attempts)
      select t.*, n.kind, n.arguments, n.link
      from taken t join notice n on n.id = t.notice_id
      """;

  private static final String SENT =
      """
      update notice_email set state = 'SENT', sent_at = now(), holder = null, held_until = null,
          last_error = null
      where id = $1 and holder = $2
      """;

  private static final String RETRY =
      """
      update notice_email set next_attempt_at = now() + $3 * interval '1 millisecond',
          holder = null, held_until = null, last_error = $4
      where id = $1 and holder = $2
      """;

  private static final String GIVE_UP =
      """
      update notice_email set state = 'FAILED', holder = null, held_until = null, last_error = $3
      where id = $1 and holder = $2
      """;

  private static final String REFUSED =
      """
      update person set email_refused_at = now(), email_refusal = $3
      where name = $1 and email = $2
      """;

  private static final String FORGET =
      "delete from notice where at < now() - $1 * interval '1 millisecond'";

  private final Pool pool;

  EmailRows(Pool pool) {
    this.pool = pool;
  }

  Uni<List<Row>> take(String replica, Duration lease, int limit) {
    return pool.preparedQuery(TAKE)
        .execute(Tuple.of(replica, (double) lease.toMillis(), limit))
        .map(
            result -> {
              List<Row> rows = new ArrayList<>();
              result.forEach(rows::add);
              return rows;
            });
  }

  Uni<Void> sent(UUID id, String replica) {
    return pool.preparedQuery(SENT).execute(Tuple.of(id, replica)).replaceWithVoid();
  }

  Uni<Void> retry(UUID id, String replica, Duration wait, String error) {
    return pool.preparedQuery(RETRY)
        .execute(Tuple.of(id, replica, (double) wait.toMillis(), error))
        .replaceWithVoid();
  }

  Uni<Void> giveUp(UUID id, String replica, String error) {
    return pool.preparedQuery(GIVE_UP).execute(Tuple.of(id, replica, error)).replaceWithVoid();
  }

  Uni<Void> refused(String person, String address, String error) {
    return pool.preparedQuery(REFUSED).execute(Tuple.of(person, address, error)).replaceWithVoid();
  }

  Uni<Void> forget(Duration age) {
    return pool.preparedQuery(FORGET).execute(Tuple.of((double) age.toMillis())).replaceWithVoid();
  }
}
