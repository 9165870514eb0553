package org.govshare.lab.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.SampleTable;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.CryptoSuite;

/**
 * A full copy through the platform, encrypted, signed, with inbox and receipts: from the command to
 * the end receipt at the centre, and only counted when both tables are equal afterwards.
 */
final class PlatformCopy {

  private static final long PATIENCE_SECONDS = 900;

  private final ExchangeBed bed;
  private final SampleTable.Content expected;
  private final CryptoSuite suite;

  private PlatformCopy(ExchangeBed bed, SampleTable.Content expected, CryptoSuite suite) {
    this.bed = bed;
    this.expected = expected;
    this.suite = suite;
  }

  /** Fills the source and makes the empty table at the target, both with a primary key. */
  static PlatformCopy prepare(ExchangeBed bed, long rows) throws SQLException {
    return prepare(bed, rows, CryptoSuite.INTL);
  }

  /** As {@link #prepare(ExchangeBed, long)}, in a suite. */
  static PlatformCopy prepare(ExchangeBed bed, long rows, CryptoSuite suite) throws SQLException {
    try (Connection source = bed.source();
        Connection target = bed.target()) {
      SampleTable.create(source, ExchangeBed.TABLE, true);
      SampleTable.fill(source, ExchangeBed.TABLE, rows);
      bed.own(source, ExchangeBed.TABLE);
      SampleTable.create(target, ExchangeBed.TABLE, true);
      bed.own(target, ExchangeBed.TABLE);
      System.out.printf(
          "%,d rows of %d columns, %.0f bytes a row as text%n",
          rows, SampleTable.COLUMNS.size(), textBytesPerRow(source));
      return new PlatformCopy(bed, SampleTable.content(source, ExchangeBed.TABLE), suite);
    }
  }

  /** Copies and returns the seconds that it took. */
  double run(UUID channel) throws Exception {
    long start = System.nanoTime();
    UUID run = bed.startRun(channel, TransferMode.FULL, suite);
    while (!bed.centre().completed(run)) {
      if (System.nanoTime() - start > PATIENCE_SECONDS * 1_000_000_000L) {
        throw new IllegalStateException("the copy did not end within " + PATIENCE_SECONDS + " s");
      }
      Thread.sleep(2);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    verify();
    return seconds;
  }

  /** Requires that the target holds what the source does. */
  void verify() throws SQLException {
    try (Connection target = bed.target()) {
      SampleTable.Content actual = SampleTable.content(target, ExchangeBed.TABLE);
      if (!actual.equals(expected)) {
        throw new IllegalStateException("the target holds " + actual + ", not " + expected);
      }
    }
  }

  /** Empties the target. */
  void empty() throws SQLException {
    try (Connection target = bed.target();
        Statement statement = target.createStatement()) {
      statement.execute("TRUNCATE " + ExchangeBed.TABLE);
      statement.execute("CHECKPOINT");
    }
  }

  private static double textBytesPerRow(Connection source) throws SQLException {
    try (Statement statement = source.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT avg(octet_length(t::text) - 2) FROM (SELECT * FROM "
                    + ExchangeBed.TABLE
                    + " LIMIT 20000) AS t")) {
      result.next();
      return result.getDouble(1);
    }
  }
}
