package org.govshare.lab.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
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

  private static final Set<String> CATALOG = Set.of("search-page", "reindex");
  private static final Set<String> KNOWN =
      Set.of(
          "full-copy",
          "gm-copy",
          "upsert",
          "increments",
          "memory",
          "rivals",
          "lanes",
          "search-page",
          "search-page-10x",
          "reindex",
          "import");
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
        throw new IllegalArgumentException("no benchmark is called " + name + "; known: " + KNOWN);
      }
    }
    List<BenchRow> results = new ArrayList<>();
    exchange(chosen, agent, output.resolve("bed"), results);
    if (chosen.stream().anyMatch(CATALOG::contains)) {
      catalogue(chosen, catalog, output, 1, results);
    }
    if (chosen.contains("search-page-10x")) {
      catalogue(chosen, catalog, output, 10, results);
    }
    if (chosen.contains("import")) {
      try (CatalogBed bed = CatalogBed.start(output.resolve("import-bed"), catalog)) {
        results.addAll(
            new WorkbookImport(bed, new SyntheticCatalogue(1, 1), output.resolve("import")).run());
      }
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
    for (CryptoSuite suite : CryptoSuite.values()) {
      String copy = suite == CryptoSuite.INTL ? "full-copy" : suite.code() + "-copy";
      if (chosen.contains(copy)) {
        try (ExchangeBed bed = ExchangeBed.start(directory, agent)) {
          results.addAll(new FullCopy(bed, rows, copy, suite).run());
        }
      }
    }
    if (chosen.contains("upsert")) {
      try (ExchangeBed bed = ExchangeBed.start(directory, agent)) {
        results.addAll(new Upsert(bed, rows).run());
      }
    }
    if (chosen.contains("increments")) {
      try (ExchangeBed bed = ExchangeBed.start(directory, agent)) {
        int seconds = Integer.getInteger("seconds", DEFAULT_SECONDS);
        results.addAll(new Increments(bed, seconds).run());
      }
    }
    if (chosen.contains("rivals")) {
      try (ExchangeBed bed = ExchangeBed.startForRivals(directory, agent)) {
        results.addAll(new Rivals(bed, rows, directory).run());
      }
    }
    if (chosen.contains("lanes")) {
      try (ExchangeBed bed = ExchangeBed.start(directory, agent)) {
        results.addAll(new LaneCopies(bed, rows).run());
      }
    }
    if (chosen.contains("memory")) {
      results.addAll(new Memory(directory, agent, rows).run());
    }
  }

  /** The rows that need a full catalogue, so many times the province's size. */
  private static void catalogue(
      Set<String> chosen, Path program, Path output, int times, List<BenchRow> results)
      throws Exception {
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
      String page = times == 1 ? "search-page" : "search-page-10x";
      if (chosen.contains(page)) {
        results.addAll(new SearchPage(page, bed, catalogue).run());
      }
      if (times == 1 && chosen.contains("reindex")) {
        results.addAll(new Reindex(bed).run());
      }
    }
  }
}
