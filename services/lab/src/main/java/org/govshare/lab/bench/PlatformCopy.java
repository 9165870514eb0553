package org.govshare.lab.bench;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.SampleTable;
import org.govshare.lab.fixture.TableReconciliation;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.CryptoSuite;
import org.postgresql.PGConnection;

/**
 * A full copy through the platform, encrypted, signed, with inbox and receipts: from the command to
 * the end receipt at the centre, and only counted when both tables are equal afterwards.
 */
final class PlatformCopy {

  private static final long PATIENCE_SECONDS = 900;

  private final ExchangeBed bed;
  private final SampleTable.Content expected;
  private final CryptoSuite suite;
  private UUID last;

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
          "%,d rows of %d columns, %.0f bytes a row as text, %.1f:1 with zstd level 1%n",
          rows, SampleTable.COLUMNS.size(), textBytesPerRow(source), compression(source));
      return new PlatformCopy(bed, SampleTable.content(source, ExchangeBed.TABLE), suite);
    }
  }

  /** Copies and returns the seconds that it took. */
  double run(UUID channel) throws Exception {
    long start = System.nanoTime();
    last = bed.startRun(channel, TransferMode.FULL, suite);
    while (!bed.centre().completed(last)) {
      if (System.nanoTime() - start > PATIENCE_SECONDS * 1_000_000_000L) {
        throw new IllegalStateException("the copy did not end within " + PATIENCE_SECONDS + " s");
      }
      Thread.sleep(2);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    verify();
    return seconds;
  }

  /** Reconciles what has been copied last and returns the seconds that it took. */
  double reconcile(UUID channel) throws IOException, InterruptedException {
    long start = System.nanoTime();
    new TableReconciliation(bed).run(last, channel);
    return (System.nanoTime() - start) / 1e9;
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

  /** How well a chunk of the rows, as COPY gives them, is compressed. */
  private static double compression(Connection source) throws SQLException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    try {
      source
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut(
              "COPY (SELECT * FROM "
                  + ExchangeBed.TABLE
                  + " LIMIT 10000) TO STDOUT (FORMAT binary)",
              chunk);
    } catch (IOException e) {
      throw new SQLException(e);
    }
    byte[] bytes = chunk.toByteArray();
    return (double) bytes.length / Zstd.compress(bytes, 1).length;
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
