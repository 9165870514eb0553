package org.govshare.lab.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.TreeSet;
import org.govshare.lab.fixture.ExchangeBed;

/**
 * Inserts, updates and deletes rows of the source and changes their keys, in many small
 * transactions of which some stay open for a while; now and then it empties the table. Goes on when
 * the database comes back.
 *
 * <p>Each write takes the next number of a sequence for the row's version. Writers of one key wait
 * for each other, so that for each key versions grow in the order of the commits.
 */
final class CaptureWriter implements AutoCloseable {

  private static final int LONGEST_OPEN_MILLIS = 1_200;
  private static final int WRITERS = 3;
  private static final int TRUNCATE_ONE_IN = 1_500;

  private final ExchangeBed bed;
  private final long keys;
  private final Thread[] threads = new Thread[WRITERS];
  private volatile boolean closed;

  /**
   * Writers that start at once.
   *
   * @param keys greatest key that is written
   */
  CaptureWriter(ExchangeBed bed, long seed, long keys) {
    this.bed = bed;
    this.keys = keys;
    for (int i = 0; i < threads.length; i++) {
      Random random = new Random(seed + i);
      threads[i] = Thread.ofPlatform().name("capture-writer-" + i).start(() -> write(random));
    }
  }

  private void write(Random random) {
    while (!closed) {
      try (Connection source = bed.source()) {
        source.setAutoCommit(false);
        while (!closed) {
          if (random.nextInt(TRUNCATE_ONE_IN) == 0) {
            truncate(source, random);
          } else {
            change(source, random);
          }
          if (random.nextInt(12) == 0) {
            Thread.sleep(random.nextInt(LONGEST_OPEN_MILLIS));
          }
          if (random.nextInt(20) == 0) {
            source.rollback();
          } else {
            source.commit();
          }
          Thread.sleep(4);
        }
      } catch (SQLException databaseAway) {
        pause();
      } catch (InterruptedException interrupted) {
        return;
      }
    }
  }

  private void change(Connection source, Random random) throws SQLException {
    TreeSet<Long> chosen = new TreeSet<>();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      chosen.add(1 + random.nextLong(keys));
    }
    // In rising order, so that writers never wait for each other in a circle.
    for (long key : chosen) {
      with(source, "SELECT pg_advisory_xact_lock(?)", key);
    }
    Long before = null;
    for (long key : chosen) {
      switch (random.nextInt(8)) {
        case 0, 1 -> with(source, "DELETE FROM enterprise WHERE id = ?", key);
        case 2, 3 ->
            with(
                source,
                "INSERT INTO enterprise (id, name, version, updated_at) VALUES (?, '新增合成企业',"
                    + " nextval('version_number'), now()) ON CONFLICT DO NOTHING",
                key);
        case 4 -> {
          if (before != null) {
            with(
                source,
                "UPDATE enterprise SET id = ?, version = nextval('version_number') WHERE id = ?"
                    + " AND NOT EXISTS (SELECT 1 FROM enterprise WHERE id = ?)",
                key,
                before,
                key);
          }
        }
        default ->
            with(
                source,
                "UPDATE enterprise SET version = nextval('version_number'), employees = version,"
                    + " updated_at = now() WHERE id = ?",
                key);
      }
      before = key;
    }
  }

  /** Empties the table, and gives it some rows again before anybody else can write. */
  private void truncate(Connection source, Random random) throws SQLException {
    try (Statement statement = source.createStatement()) {
      statement.execute("TRUNCATE enterprise");
    }
    with(
        source,
        "INSERT INTO enterprise (id, name, version, updated_at) SELECT i, '重来合成企业' || i,"
            + " nextval('version_number'), now() FROM generate_series(1::bigint, ?) AS i",
        random.nextLong(keys));
  }

  private static void with(Connection source, String sql, long... values) throws SQLException {
    try (PreparedStatement statement = source.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setLong(i + 1, values[i]);
      }
      statement.execute();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
