package org.govshare.portal.session;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The session table. */
@ApplicationScoped
class SessionRepository {

  private final Pool pool;

  SessionRepository(Pool pool) {
    this.pool = pool;
  }

  Uni<Void> insert(
      SessionId id, String subject, String userName, byte[] tokens, Instant now, Instant expires) {
    return pool.preparedQuery(
            "insert into session (id_hash, subject, user_name, tokens, created_at, refreshed_at,"
                + " expires_at) values ($1, $2, $3, $4, $5, $5, $6)")
        .execute(
            Tuple.from(
                new Object[] {
                  bytes(id.hash()), subject, userName, bytes(tokens), utc(now), utc(expires)
                }))
        .replaceWithVoid();
  }

  /** Replaces the tokens of a session that still exists; false when it has been revoked. */
  Uni<Boolean> renew(SessionId id, byte[] tokens, Instant now, Instant expires) {
    return pool.preparedQuery(
            "update session set tokens = $2, refreshed_at = $3, expires_at = $4 where id_hash = $1")
        .execute(Tuple.of(bytes(id.hash()), bytes(tokens), utc(now), utc(expires)))
        .map(result -> result.rowCount() == 1);
  }

  /** The encrypted tokens of a session that has not ended. */
  Uni<Optional<byte[]>> findTokens(SessionId id, Instant now, Instant createdAfter) {
    return pool.preparedQuery(
            "select tokens from session where id_hash = $1 and expires_at > $2 and created_at > $3")
        .execute(Tuple.of(bytes(id.hash()), utc(now), utc(createdAfter)))
        .map(SessionRepository::firstTokens);
  }

  Uni<Void> delete(SessionId id) {
    return pool.preparedQuery("delete from session where id_hash = $1")
        .execute(Tuple.of(bytes(id.hash())))
        .replaceWithVoid();
  }

  Uni<Integer> deleteEnded(Instant now, Instant createdBefore) {
    return pool.preparedQuery("delete from session where expires_at <= $1 or created_at <= $2")
        .execute(Tuple.of(utc(now), utc(createdBefore)))
        .map(SqlResult::rowCount);
  }

  private static Optional<byte[]> firstTokens(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(row.getBuffer("tokens").getBytes());
    }
    return Optional.empty();
  }

  private static Buffer bytes(byte[] value) {
    return Buffer.buffer(value);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
