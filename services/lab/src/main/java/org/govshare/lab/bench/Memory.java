package org.govshare.lab.bench;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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
    // Of the two agents the one that grows more.
    return Stream.of(Side.values())
        .map(
            side ->
                BenchRow.of(
                    "agent-rss",
                    "MiB",
                    "%s agent, %,d rows instead of %,d".formatted(name(side), rows, TIMES * rows),
                    List.of(new BenchRow.Round(many.get(side), few.get(side)))))
        .max(Comparator.comparingDouble(BenchRow::ratio))
        .stream()
        .toList();
  }

  private static String name(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  private Map<Side, Long> peaks(long count) throws Exception {
    Map<Side, Long> peaks = new EnumMap<>(Side.class);
    try (ExchangeBed bed = ExchangeBed.start(directory, agent)) {
      PlatformCopy.prepare(bed, count).run(bed.openChannel());
      for (Side side : Side.values()) {
        ProcessFigures figures = bed.figures(side);
        peaks.put(side, figures.peakMebibytes());
        System.out.printf(
            "%,d rows: peak of the %s agent %d MiB%n", count, name(side), figures.peakMebibytes());
      }
    }
    return peaks;
  }
}
