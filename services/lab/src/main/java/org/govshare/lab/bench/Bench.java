package org.govshare.lab.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.lab.catalogue.SyntheticCatalogue;
import org.govshare.lab.catalogue.SyntheticRows;
import org.govshare.lab.fixture.CatalogBed;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.protocol.crypto.CryptoSuite;

/** Runs the benchmarks that were asked for and writes {@code results.json}. */
public final class Bench {

  private static final Set<String> COPIES = Set.of("full-copy", "gm-copy", "upsert");

  /** The end of the name of a row of a catalogue that is so many times as large. */
  private static final String MORE_TIMES = "-10x";

  private static final int MORE = 10;

  /** The end of the name of a row that copies so many times as many rows. */
  private static final String LARGER = "-4x";

  private static final int TIMES = 4;
  private static final Set<String> KNOWN =
      new LinkedHashSet<>(
          List.of(
              "full-copy",
              "full-copy-4x",
              "gm-copy",
              "gm-copy-4x",
              "upsert",
              "upsert-4x",
              "increment-latency-p95",
              "agent-rss",
              "vs-camel",
              "vs-spring-batch",
              "vs-debezium",
              "lanes",
              "search-page",
              "search-page-10x",
              "reindex",
              "reindex-10x",
              "import",
              "import-10x"));
  private static final long DEFAULT_ROWS = 500_000;
  private static final int DEFAULT_SECONDS = 60;

  private Bench() {}

  /**
   * Runs benchmarks.
   *
   * @param names names of rows of the results, separated by commas; empty for all
   * @param agent the packaged agent
   * @param catalog the packaged catalogue
   * @param output folder for the results and the benchmark's own files
   */
  public static void run(String names, Path agent, Path catalog, Path output) throws Exception {
    Set<String> chosen =
        names.isBlank()
            ? KNOWN
            : Stream.of(names.split(",")).map(String::strip).collect(Collectors.toSet());
    for (String name : chosen) {
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException(
            "no benchmark is called " + name + "; known: " + String.join(", ", KNOWN));
      }
    }
    List<BenchRow> results = new ArrayList<>();
    exchange(chosen, agent, output.resolve("bed"), results);
    for (int times : List.of(1, MORE)) {
      catalogue(chosen, catalog, output, times, results);
      workbooks(chosen, catalog, output, times, results);
    }
    Files.createDirectories(output);
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(output.resolve("results.json").toFile(), results);
    System.out.printf("%n%-22s %14s %-8s %6s  %s%n", "name", "figure", "unit", "ratio", "beside");
    for (BenchRow row : results) {
      System.out.printf(
          "%-22s %14s %-8s %6.2f  %s%n",
          row.name(), BenchRow.shown(row.figure()), row.unit(), row.ratio(), row.baseline());
    }
  }

  /** The rows of the exchange engine; {@code -Drows} and {@code -Dseconds} make them smaller. */
  private static void exchange(
      Set<String> chosen, Path agent, Path directory, List<BenchRow> results) throws Exception {
    long rows = Long.getLong("rows", DEFAULT_ROWS);
    for (String name : KNOWN) {
      String copy = name.replace(LARGER, "");
      long count = name.endsWith(LARGER) ? TIMES * rows : rows;
      if (!chosen.contains(name) || !COPIES.contains(copy)) {
        continue;
      }
      try (ExchangeBed bed = ExchangeBed.start(directory, agent)) {
        results.addAll(
            switch (copy) {
              case "upsert" -> new Upsert(bed, count, name).run();
              case "gm-copy" -> new FullCopy(bed, count, name, CryptoSuite.GM).run();
              default -> new FullCopy(bed, count, name, CryptoSuite.INTL).run();
            });
      }
    }
    if (chosen.contains("increment-latency-p95")) {
      try (ExchangeBed bed = ExchangeBed.start(directory, agent)) {
        int seconds = Integer.getInteger("seconds", DEFAULT_SECONDS);
        results.addAll(new Increments(bed, seconds).run());
      }
    }
    if (chosen.stream().anyMatch(Rivals.ROWS::contains)) {
      try (ExchangeBed bed = ExchangeBed.startForRivals(directory, agent)) {
        results.addAll(new Rivals(bed, rows, directory, chosen).run());
      }
    }
    if (chosen.contains("lanes")) {
      try (ExchangeBed bed = ExchangeBed.start(directory, agent)) {
        results.addAll(new LaneCopies(bed, rows).run());
      }
    }
    if (chosen.contains("agent-rss")) {
      results.addAll(new Memory(directory, agent, rows).run());
    }
  }

  /** The rows that need a full catalogue, so many times the province's size. */
  private static void catalogue(
      Set<String> chosen, Path program, Path output, int times, List<BenchRow> results)
      throws Exception {
    String page = named("search-page", times);
    String reindex = named("reindex", times);
    if (!chosen.contains(page) && !chosen.contains(reindex)) {
      return;
    }
    SyntheticCatalogue catalogue = new SyntheticCatalogue(1, times);
    try (CatalogBed bed = CatalogBed.start(output.resolve("catalog-bed"), program)) {
      System.out.printf(
          "loading %,d resources with %,d items%n", catalogue.resources(), catalogue.items());
      try (Connection connection = bed.connect()) {
        SyntheticRows.load(connection, catalogue);
      }
      System.out.printf("first reindex: %.1f s%n", Reindex.service(bed));
      try (Connection connection = bed.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("vacuum analyze resource_text");
      }
      if (chosen.contains(page)) {
        results.addAll(new SearchPage(page, bed, catalogue).run());
      }
      if (chosen.contains(reindex)) {
        results.addAll(new Reindex(bed, reindex).run());
      }
    }
  }

  /** The rows that import a whole catalogue, so many times the province's size. */
  private static void workbooks(
      Set<String> chosen, Path program, Path output, int times, List<BenchRow> results)
      throws Exception {
    String name = named("import", times);
    if (!chosen.contains(name)) {
      return;
    }
    try (CatalogBed bed = CatalogBed.start(output.resolve("import-bed"), program)) {
      results.addAll(
          new WorkbookImport(
                  bed,
                  name,
                  new SyntheticCatalogue(1, times),
                  times == 1 ? 5 : 3,
                  output.resolve("import"))
              .run());
    }
  }

  private static String named(String row, int times) {
    return times == 1 ? row : row + MORE_TIMES;
  }
}
