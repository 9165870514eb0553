package org.govshare.catalog.idempotency;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.govshare.platform.identity.Caller;

/** Claims, answers and frees keys, each in a transaction of its own. */
@Singleton
class KeyRows {

  private static final String CLAIM =
      """
      insert into idempotency_key as held (caller, key, roles, request_hash, claimed_at)
      values ($1, $2, $3, $4, $5)
      on conflict (caller, key) do update
      set roles = excluded.roles, request_hash = excluded.request_hash,
          claimed_at = excluded.claimed_at, status = null, location = null, etag = null, body = null
      where held.claimed_at <= $6
      """;

  private static final String FIND =
      """
      select request_hash, roles, status, location, etag, body from idempotency_key
      where caller = $1 and key = $2
      """;

  private static final String ANSWER =
      """
      update idempotency_key set status = $4, location = $5, etag = $6, body = $7
      where caller = $1 and key = $2 and claimed_at = $3
      """;

  private static final String FREE =
      "delete from idempotency_key where caller = $1 and key = $2 and claimed_at = $3";

  private static final String PRUNE =
      """
      delete from idempotency_key where (caller, key) in (
          select caller, key from idempotency_key where claimed_at <= $1
          order by claimed_at limit 10000 for update skip locked)
      """;

  private final Pool database;

  KeyRows(Pool database) {
    this.database = database;
  }

  /** Whether the key is the caller's now. One that was claimed before a moment has lapsed. */
  Uni<Boolean> claim(Caller caller, String key, String hash, Instant now, Instant lapsed) {
    return database
        .preparedQuery(CLAIM)
        .execute(
            Tuple.from(
                new Object[] {
                  caller.name(),
                  key,
                  caller.roles().toArray(String[]::new),
                  hash,
                  now.atOffset(ZoneOffset.UTC),
                  lapsed.atOffset(ZoneOffset.UTC)
                }))
        .map(rows -> rows.rowCount() == 1);
  }

  /** What is kept under a key, empty if it was freed meanwhile. */
  Uni<Optional<KeptAnswer>> find(String caller, String key) {
    return database
        .preparedQuery(FIND)
        .execute(Tuple.of(caller, key))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(
                    new KeptAnswer(
                        row.getString(0),
                        Set.of(row.getArrayOfStrings(1)),
                        row.getInteger(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)));
              }
              return Optional.empty();
            });
  }

  Uni<Void> answer(Claim claim, int status, String location, String etag, String body) {
    return database
        .preparedQuery(ANSWER)
        .execute(
            Tuple.from(
                new Object[] {
                  claim.caller(),
                  claim.key(),
                  claim.at().atOffset(ZoneOffset.UTC),
                  status,
                  location,
                  etag,
                  body
                }))
        .replaceWithVoid();
  }

  Uni<Void> free(Claim claim) {
    return database
        .preparedQuery(FREE)
        .execute(Tuple.of(claim.caller(), claim.key(), claim.at().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  Uni<Void> prune(Instant lapsed) {
    return database
        .preparedQuery(PRUNE)
        .execute(Tuple.of(lapsed.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }
}
