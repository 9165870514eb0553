package org.govshare.lab.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.ProcessFigures;
import org.govshare.protocol.control.Side;

/**
 * The peak resident memory of both agents over one full copy into an empty table, of so many rows
 * and of four times as many, each with agents that have just been started.
 */
final class Memory {

  private static final int TIMES = 4;

  private final Path directory;
  private final Path agent;
  private final long rows;

  Memory(Path directory, Path agent, long rows) {
    this.directory = directory;
    this.agent = agent;
    this.rows = rows;
  }

  List<BenchRow> run() throws Exception {
    Map<Side, Long> few = peaks(rows);
    Map<Side, Long> many = peaks(TIMES * rows);
    List<BenchRow> results = new ArrayList<>();
    for (Side side : Side.values()) {
      results.add(
          BenchRow.of(
              "memory-" + (side == Side.SOURCE ? "source" : "target"),
              "MiB",
              "%,d rows instead of %,d".formatted(rows, TIMES * rows),
              List.of(new BenchRow.Round(many.get(side), few.get(side)))));
    }
    return results;
  }

  private Map<Side, Long> peaks(long count) throws Exception {
    Map<Side, Long> peaks = new EnumMap<>(Side.class);
    try (ExchangeBed bed = ExchangeBed.start(directory, agent)) {
      PlatformCopy.prepare(bed, count).run(bed.openChannel());
      for (Side side : Side.values()) {
        ProcessFigures figures = bed.figures(side);
        peaks.put(side, figures.peakMebibytes());
        System.out.printf(
            "%,d rows: peak of the %s agent %d MiB%n",
            count, side == Side.SOURCE ? "source" : "target", figures.peakMebibytes());
      }
    }
    return peaks;
  }
}
