package org.govshare.catalog.finding;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.govshare.catalog.finding.memory.Entry;
import org.jboss.logging.Logger;

/**
 * Keeps what is searched in memory. It may be behind the database at any time; who uses it finds
 * that out by {@code search_change}, from the same snapshot as what else they read, and lets it
 * catch up. While it is read anew, after much was written at once, there is none.
 */
@Singleton
class CatalogueMemory {

  private static final Logger LOG = Logger.getLogger(CatalogueMemory.class);

  /** Most resources that are looked through one by one because they were written since. */
  private static final int WRITTEN_LIMIT = 1_000;

  /** So long at most is waited for somebody who writes much. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final String CHANGES =
      """
      select cast(pg_current_snapshot() as text) as moment,
        (select forgotten from search_horizon) >= cast(cast($1 as text) as xid8) as late,
        c.known, c.resource_id, r.id, r.facets, r.newest, t.name, t.keywords, t.items, t.other
      from (select 1) always
      left join (
        select distinct true as known, resource_id from search_change
        where written_by >= cast(cast($1 as text) as xid8)
          and not pg_visible_in_snapshot(written_by, cast(cast($2 as text) as pg_snapshot))
        limit $3) c on true
      left join information_resource r on r.id = c.resource_id
      left join resource_text t on t.resource_id = r.id
      """;

  private final Pool pool;
  private final MemoryReader reader;
  private final SearchConfig config;
  private final AtomicReference<Recollection> known = new AtomicReference<>();
  private final AtomicBoolean reading = new AtomicBoolean();
  private volatile boolean tooLarge;
  private volatile long notBefore = System.nanoTime();
  private volatile long waitingSince = notBefore;

  CatalogueMemory(Pool pool, MemoryReader reader, SearchConfig config) {
    this.pool = pool;
    this.reader = reader;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    read();
  }

  /** Keeps the memory near the present even if nobody searches. */
  @Scheduled(
      every = "${govshare.search.interval:1M}",
      delayed = "1M",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> keepUp() {
    Infrastructure.getDefaultWorkerPool().execute(this::forgetChanges);
    return now()
        .map(this::caughtUp)
        .orElse(Uni.createFrom().item(Optional.empty()))
        .replaceWithVoid();
  }

  private void forgetChanges() {
    try {
      reader.forgetChanges();
    } catch (SQLException e) {
      LOG.warn("Old changes were not forgotten", e);
    }
  }

  /** What is remembered; if there is nothing, it is being read. */
  Optional<Recollection> now() {
    Recollection now = known.get();
    if (now == null) {
      read();
    }
    return Optional.ofNullable(now);
  }

  /** Nothing was written between what was remembered and a moment. */
  void confirm(Recollection seen, String moment) {
    known.compareAndSet(seen, seen.at(moment));
  }

  /** The same with what was written since; empty if that is too much or not known. */
  Uni<Optional<Recollection>> caughtUp(Recollection seen) {
    return pool.preparedQuery(CHANGES)
        .execute(Tuple.of(seen.oldest(), seen.moment(), WRITTEN_LIMIT + 1))
        .map(rows -> caughtUp(seen, rows));
  }

  private Optional<Recollection> caughtUp(Recollection seen, RowSet<Row> rows) {
    Map<UUID, Optional<Entry>> changed = new HashMap<>();
    String moment = null;
    for (Row row : rows) {
      moment = row.getString("moment");
      boolean everything = row.getBoolean("known") != null && row.getUUID("resource_id") == null;
      if (everything || row.getBoolean("late")) {
        return forget(seen);
      }
      if (row.getUUID("resource_id") != null) {
        changed.put(row.getUUID("resource_id"), entry(row));
      }
    }
    Recollection later = seen.with(changed, moment);
    if (later.written().size() > WRITTEN_LIMIT || changed.size() > WRITTEN_LIMIT) {
      return forget(seen);
    }
    known.compareAndSet(seen, later);
    return Optional.of(later);
  }

  private static Optional<Entry> entry(Row row) {
    if (row.getUUID("id") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Entry(
            row.getUUID("id"),
            row.getLong("facets"),
            ChronoUnit.MICROS.between(Instant.EPOCH, row.getOffsetDateTime("newest").toInstant()),
            row.getString("name"),
            row.getString("keywords"),
            row.getString("items"),
            row.getString("other")));
  }

  /** The old one goes first, so that there are never two in memory. */
  private Optional<Recollection> forget(Recollection seen) {
    Recollection now = known.get();
    if (now != null && now.base() == seen.base() && known.compareAndSet(now, null)) {
      waitingSince = System.nanoTime();
    }
    read();
    return Optional.empty();
  }

  private void read() {
    if (!tooLarge && System.nanoTime() - notBefore >= 0 && reading.compareAndSet(false, true)) {
      Infrastructure.getDefaultWorkerPool().execute(this::readAll);
    }
  }

  private void readAll() {
    long start = System.nanoTime();
    boolean patient = start - waitingSince < LONGEST_WAIT.toNanos();
    try {
      if (patient && reader.isBeingWritten(config.quiet())) {
        notBefore = start + PAUSE.toNanos();
        return;
      }
      Optional<Recollection> all = reader.read();
      known.set(all.orElse(null));
      tooLarge = all.isEmpty();
      if (tooLarge) {
        LOG.info("The catalogue is larger than what may be kept in memory: the database searches");
      } else {
        LOG.infof(
            "%,d resources are searched in memory, read within %d ms",
            all.get().base().size(), (System.nanoTime() - start) / 1_000_000);
      }
    } catch (SQLException e) {
      LOG.warn("The catalogue was not read into memory: the database searches", e);
    } finally {
      long end = System.nanoTime();
      // Whoever writes much all the time is not read all the time.
      notBefore = Math.max(notBefore, end + (end - start));
      reading.set(false);
    }
  }
}
