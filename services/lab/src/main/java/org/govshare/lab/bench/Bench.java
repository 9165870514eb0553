package org.govshare.lab.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.lab.fixture.ExchangeBed;

/** Runs the benchmarks that were asked for and writes {@code results.json}. */
public final class Bench {

  private static final Set<String> KNOWN = Set.of("full-copy");
  private static final long DEFAULT_ROWS = 500_000;

  private Bench() {}

  /**
   * Runs benchmarks.
   *
   * @param names names of rows of the results, separated by commas; empty for all
   * @param agent the packaged agent
   * @param output folder for the results and the benchmark's own files
   */
  public static void run(String names, Path agent, Path output) throws Exception {
    Set<String> chosen =
        names.isBlank()
            ? KNOWN
            : Stream.of(names.split(",")).map(String::strip).collect(Collectors.toSet());
    for (String name : chosen) {
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException("no benchmark is called " + name + "; known: " + KNOWN);
      }
    }
    List<BenchRow> results = new ArrayList<>();
    if (chosen.contains("full-copy")) {
      try (ExchangeBed bed = ExchangeBed.start(output.resolve("bed"), agent)) {
        results.addAll(new FullCopy(bed, Long.getLong("rows", DEFAULT_ROWS)).run());
      }
    }
    Files.createDirectories(output);
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(output.resolve("results.json").toFile(), results);
    System.out.printf("%n%-22s %14s %-8s %6s  %s%n", "name", "figure", "unit", "ratio", "beside");
    for (BenchRow row : results) {
      System.out.printf(
          "%-22s %,14.0f %-8s %6.2f  %s%n",
          row.name(), row.figure(), row.unit(), row.ratio(), row.baseline());
    }
  }
}
