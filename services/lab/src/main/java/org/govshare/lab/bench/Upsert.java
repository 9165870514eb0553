package org.govshare.lab.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.SampleTable;

/**
 * A copy into a table that holds all the rows already, so that each is updated by its key, beside
 * {@code psql | psql} into a staging table and one {@code INSERT … ON CONFLICT}. Before each the
 * table is filled anew, vacuumed and checkpointed, which is not counted.
 */
final class Upsert {

  private static final int ROUNDS = 5;

  private final ExchangeBed bed;
  private final long rows;
  private final String name;
  private final PsqlPipe pipe;
  private final List<String> columns =
      SampleTable.COLUMNS.stream().map(SampleTable.Column::name).toList();

  Upsert(ExchangeBed bed, long rows, String name) {
    this.bed = bed;
    this.rows = rows;
    this.name = name;
    this.pipe = new PsqlPipe(bed);
  }

  List<BenchRow> run() throws Exception {
    PlatformCopy copy = PlatformCopy.prepare(bed, rows);
    UUID channel = bed.openChannel();
    fill();
    copy.run(channel);
    fill();
    pipe.upsert(columns, "id");
    List<BenchRow.Round> measured = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      fill();
      double theirs = rows / pipe.upsert(columns, "id");
      copy.verify();
      fill();
      double ours = rows / copy.run(channel);
      measured.add(new BenchRow.Round(ours, theirs));
      System.out.printf(
          "round %d: govshare %,.0f rows/s, psql into staging and upsert %,.0f (%.2f)%n",
          round, ours, theirs, ours / theirs);
    }
    return List.of(
        BenchRow.of(name, "rows/s", "psql pipe into staging, then ON CONFLICT", measured));
  }

  /** The source's rows, each of an older version, so that every one changes. */
  private void fill() throws Exception {
    try (Connection target = bed.target();
        Statement statement = target.createStatement()) {
      statement.execute("TRUNCATE " + ExchangeBed.TABLE);
    }
    pipe.copy("binary");
    age();
  }

  private void age() throws SQLException {
    try (Connection target = bed.target();
        Statement statement = target.createStatement()) {
      statement.execute("UPDATE " + ExchangeBed.TABLE + " SET version = 0");
      statement.execute("VACUUM FULL ANALYZE " + ExchangeBed.TABLE);
      statement.execute("CHECKPOINT");
    }
  }
}
