package org.govshare.catalog.finding;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads departments and categories for counting. They change rarely and every search needs all of
 * them, so they are kept for some seconds.
 */
@Singleton
class NameRepository {

  private static final Duration KEPT = Duration.ofSeconds(5);

  private static final String ALL =
      """
      select 'd' as kind, ordinal, code, name, null as parent from department
      union all
      select 'c', ordinal, code, name, parent from category
      """;

  private final Pool pool;
  private final Clock clock;
  private volatile Names known;

  NameRepository(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** The names as they were some seconds ago at most. */
  Uni<Names> names() {
    Names names = known;
    return names != null && clock.instant().isBefore(names.readAt().plus(KEPT))
        ? Uni.createFrom().item(names)
        : fresh();
  }

  /** The names as they are now. */
  Uni<Names> fresh() {
    Instant now = clock.instant();
    return pool.preparedQuery(ALL)
        .execute()
        .map(
            rows -> {
              List<Names.Entry> departments = new ArrayList<>();
              List<Names.Entry> categories = new ArrayList<>();
              for (Row row : rows) {
                ("d".equals(row.getString("kind")) ? departments : categories)
                    .add(
                        new Names.Entry(
                            row.getInteger("ordinal"),
                            row.getString("code"),
                            row.getString("name"),
                            row.getString("parent")));
              }
              return new Names(departments, categories, now);
            })
        .invoke(read -> known = read);
  }
}
