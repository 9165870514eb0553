package org.govshare.lab.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import org.govshare.lab.fixture.ExchangeBed;

/**
 * Changes rows of the source in many small transactions, some of which stay open for a while and so
 * commit older watermarks after newer ones. Goes on when the database comes back.
 */
final class SourceWriter implements AutoCloseable {

  private static final int LONGEST_OPEN_MILLIS = 400;

  private final ExchangeBed bed;
  private final long rows;
  private final Thread[] threads = new Thread[3];
  private volatile boolean closed;

  SourceWriter(ExchangeBed bed, long seed, long rows) {
    this.bed = bed;
    this.rows = rows;
    for (int i = 0; i < threads.length; i++) {
      Random random = new Random(seed + i);
      threads[i] = Thread.ofPlatform().name("source-writer-" + i).start(() -> write(random));
    }
  }

  private void write(Random random) {
    while (!closed) {
      try (Connection source = bed.source()) {
        source.setAutoCommit(false);
        while (!closed) {
          change(source, random);
          if (random.nextInt(10) == 0) {
            Thread.sleep(random.nextInt(LONGEST_OPEN_MILLIS));
          }
          source.commit();
          Thread.sleep(2);
        }
      } catch (SQLException databaseAway) {
        pause();
      } catch (InterruptedException interrupted) {
        return;
      }
    }
  }

  private void change(Connection source, Random random) throws SQLException {
    long first = 1 + random.nextLong(rows);
    int count = 1 + random.nextInt(20);
    try (PreparedStatement update =
        source.prepareStatement(
            "UPDATE "
                + ExchangeBed.TABLE
                + " SET version = version + 1, employees = version, updated_at = now()"
                + " WHERE id IN (SELECT id FROM "
                + ExchangeBed.TABLE
                + " WHERE id BETWEEN ? AND ? ORDER BY id FOR UPDATE)")) {
      update.setLong(1, first);
      update.setLong(2, first + count);
      update.executeUpdate();
    }
    if (random.nextInt(5) == 0) {
      try (PreparedStatement insert =
          source.prepareStatement(
              "INSERT INTO "
                  + ExchangeBed.TABLE
                  + " (id, name, version, updated_at) VALUES (? + floor(random() * 1e12)::bigint,"
                  + " '新增合成企业', 1, now()) ON CONFLICT DO NOTHING")) {
        insert.setLong(1, rows + 1);
        insert.executeUpdate();
      }
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
