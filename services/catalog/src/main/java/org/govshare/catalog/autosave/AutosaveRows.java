package org.govshare.catalog.autosave;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads and writes what was typed. */
@Singleton
class AutosaveRows {

  // A person keeps a bounded number; the one saved longest ago makes room.
  private static final String PUT =
      """
      with saved as (
          insert into autosave (person, form, key, content, bytes, saved_at)
          values ($1, $2, $3, $4, $5, $6)
          on conflict (person, form, key) do update
          set content = excluded.content, bytes = excluded.bytes, saved_at = excluded.saved_at)
      delete from autosave where person = $1 and (form, key) in (
          select form, key from autosave
          where person = $1 and (form, key) <> ($2, $3)
          order by saved_at desc offset $7)
      """;

  private static final String FIND =
      """
      select form, key, bytes, saved_at, content from autosave
      where person = $1 and form = $2 and key = $3
      """;

  private static final String LIST =
      """
      select form, key, bytes, saved_at, count(*) over () from autosave
      where person = $1 order by saved_at desc, form, key limit $2 offset $3
      """;

  private static final String PRUNE =
      """
      delete from autosave where (person, form, key) in (
          select person, form, key from autosave where saved_at <= $1
          order by saved_at limit 10000 for update skip locked)
      """;

  private final Pool database;

  AutosaveRows(Pool database) {
    this.database = database;
  }

  /** A row and its content as JSON text, which is {@code null} in lists. */
  record Saved(String form, String key, int bytes, Instant savedAt, String content) {}

  Uni<Void> put(String person, Saved saved, int keptAtMost) {
    return database
        .preparedQuery(PUT)
        .execute(
            Tuple.from(
                new Object[] {
                  person,
                  saved.form(),
                  saved.key(),
                  saved.content(),
                  saved.bytes(),
                  saved.savedAt().atOffset(ZoneOffset.UTC),
                  keptAtMost - 1
                }))
        .replaceWithVoid();
  }

  Uni<Optional<Saved>> find(String person, String form, String key) {
    return database
        .preparedQuery(FIND)
        .execute(Tuple.of(person, form, key))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(saved(row, row.getString(4)));
              }
              return Optional.empty();
            });
  }

  Uni<Page<Saved>> list(String person, PageRequest page) {
    return database
        .preparedQuery(LIST)
        .execute(Tuple.of(person, page.size(), page.offset()))
        .map(
            rows -> {
              List<Saved> found = new ArrayList<>();
              long total = 0;
              for (Row row : rows) {
                total = row.getLong(4);
                found.add(saved(row, null));
              }
              return Page.of(found, total, page);
            });
  }

  private static Saved saved(Row row, String content) {
    OffsetDateTime at = row.getOffsetDateTime(3);
    return new Saved(
        row.getString(0), row.getString(1), row.getInteger(2), at.toInstant(), content);
  }

  Uni<Boolean> delete(String person, String form, String key) {
    return database
        .preparedQuery("delete from autosave where person = $1 and form = $2 and key = $3")
        .execute(Tuple.of(person, form, key))
        .map(rows -> rows.rowCount() > 0);
  }

  Uni<Void> prune(Instant before) {
    return database
        .preparedQuery(PRUNE)
        .execute(Tuple.of(before.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }
}
