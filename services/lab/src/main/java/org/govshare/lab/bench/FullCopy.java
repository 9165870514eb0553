package org.govshare.lab.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.SampleTable;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.CryptoSuite;

/**
 * A full copy into an empty table with a primary key, encrypted, signed, with inbox and receipts,
 * beside {@code psql | psql} into the same table. A round counts from the command to the end
 * receipt at the centre, and only when both tables are equal afterwards.
 */
final class FullCopy {

  private static final int ROUNDS = 5;
  private static final long PATIENCE_SECONDS = 600;

  private final ExchangeBed bed;
  private final long rows;
  private final String name;
  private final CryptoSuite suite;

  /** The copy whose row of the results has a name, in a suite. */
  FullCopy(ExchangeBed bed, long rows, String name, CryptoSuite suite) {
    this.bed = bed;
    this.rows = rows;
    this.name = name;
    this.suite = suite;
  }

  List<BenchRow> run() throws Exception {
    SampleTable.Content expected;
    try (Connection source = bed.source();
        Connection target = bed.target()) {
      SampleTable.create(source, ExchangeBed.TABLE, true);
      SampleTable.fill(source, ExchangeBed.TABLE, rows);
      bed.own(source, ExchangeBed.TABLE);
      SampleTable.create(target, ExchangeBed.TABLE, true);
      bed.own(target, ExchangeBed.TABLE);
      expected = SampleTable.content(source, ExchangeBed.TABLE);
      System.out.printf(
          "%,d rows of %d columns, %.0f bytes a row as text%n",
          rows, SampleTable.COLUMNS.size(), textBytesPerRow(source));
    }
    PsqlPipe pipe = new PsqlPipe(bed);
    UUID channel = bed.openChannel();
    // Once each for warm caches and compiled code; not counted.
    copyThroughThePlatform(channel, expected);
    empty();
    pipe.copy("text");
    List<BenchRow.Round> text = new ArrayList<>();
    List<BenchRow.Round> binary = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      empty();
      double textRate = rows / pipe.copy("text");
      verify(expected);
      empty();
      double ours = rows / copyThroughThePlatform(channel, expected);
      empty();
      double binaryRate = rows / pipe.copy("binary");
      text.add(new BenchRow.Round(ours, textRate));
      binary.add(new BenchRow.Round(ours, binaryRate));
      System.out.printf(
          "round %d: govshare %,.0f rows/s, psql text %,.0f (%.2f), psql binary %,.0f (%.2f)%n",
          round, ours, textRate, ours / textRate, binaryRate, ours / binaryRate);
    }
    System.out.printf(
        "resident at the end: source agent %d MiB, target agent %d MiB%n",
        bed.agentResidentMebibytes(Side.SOURCE), bed.agentResidentMebibytes(Side.TARGET));
    return List.of(
        BenchRow.of(name, "rows/s", "psql COPY | psql COPY in text", text),
        BenchRow.of(name + "-vs-binary", "rows/s", "psql COPY | psql COPY in binary", binary));
  }

  private double copyThroughThePlatform(UUID channel, SampleTable.Content expected)
      throws Exception {
    long start = System.nanoTime();
    UUID run = bed.startRun(channel, TransferMode.FULL, suite);
    while (!bed.centre().completed(run)) {
      if (System.nanoTime() - start > PATIENCE_SECONDS * 1_000_000_000L) {
        throw new IllegalStateException("the copy did not end within " + PATIENCE_SECONDS + " s");
      }
      Thread.sleep(2);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    verify(expected);
    return seconds;
  }

  private void verify(SampleTable.Content expected) throws SQLException {
    try (Connection target = bed.target()) {
      SampleTable.Content actual = SampleTable.content(target, ExchangeBed.TABLE);
      if (!actual.equals(expected)) {
        throw new IllegalStateException("the target holds " + actual + ", not " + expected);
      }
    }
  }

  private void empty() throws SQLException {
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
