package org.govshare.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.crypto.CryptoSuite;

/**
 * A full copy into an empty table with a primary key, encrypted, signed, with inbox and receipts,
 * beside {@code psql | psql} into the same table. A round counts from the command to the end
 * receipt at the centre, and only when both tables are equal afterwards. Then the run is
 * reconciled, as after every run of a service that asks for it; the copy is told with that and
 * without.
 */
final class FullCopy {

  private static final int ROUNDS = 5;

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
    PlatformCopy copy = PlatformCopy.prepare(bed, rows, suite);
    PsqlPipe pipe = new PsqlPipe(bed);
    UUID channel = bed.openChannel();
    // Once each for warm caches and compiled code; not counted.
    copy.run(channel);
    copy.empty();
    pipe.copy("text");
    List<BenchRow.Round> text = new ArrayList<>();
    List<BenchRow.Round> binary = new ArrayList<>();
    List<BenchRow.Round> reconciled = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      copy.empty();
      double textRate = rows / pipe.copy("text");
      copy.verify();
      copy.empty();
      double seconds = copy.run(channel);
      double ours = rows / seconds;
      double whole = rows / (seconds + copy.reconcile(channel));
      copy.empty();
      double binaryRate = rows / pipe.copy("binary");
      text.add(new BenchRow.Round(ours, textRate));
      binary.add(new BenchRow.Round(ours, binaryRate));
      reconciled.add(new BenchRow.Round(whole, textRate));
      System.out.printf(
          "round %d: govshare %,.0f rows/s, psql text %,.0f (%.2f), psql binary %,.0f (%.2f);"
              + " reconciled %,.0f (%.2f)%n",
          round,
          ours,
          textRate,
          ours / textRate,
          binaryRate,
          ours / binaryRate,
          whole,
          whole / textRate);
    }
    System.out.printf(
        "resident at the end: source agent %d MiB, target agent %d MiB%n",
        bed.figures(Side.SOURCE).residentMebibytes(), bed.figures(Side.TARGET).residentMebibytes());
    return List.of(
        BenchRow.of(name, "rows/s", "psql COPY | psql COPY in text", text),
        BenchRow.of(name + "-vs-binary", "rows/s", "psql COPY | psql COPY in binary", binary),
        BenchRow.of(name + "-reconciled", "rows/s", "psql COPY | psql COPY in text", reconciled));
  }
}
