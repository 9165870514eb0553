package org.govshare.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.govshare.lab.catalogue.SyntheticCatalogue;
import org.govshare.lab.fixture.CatalogBed;

/**
 * The search page (twenty hits, nine facets, the count) asked for by fifty clients over HTTP with
 * tokens, beside the same page as hand-written SQL over fifty JDBC connections to the same server.
 * Clients and servers share the machine. First without a pause, which keeps all cores busy, then
 * each client once a second, as people do who read what they are shown.
 */
final class SearchPage {

  static final int CLIENTS = 50;

  private static final int ROUNDS = 5;
  private static final double SECONDS = Double.parseDouble(System.getProperty("seconds", "10"));
  private static final long PACE_NANOS = 1_000_000_000L;
  // The service reads the catalogue into memory meanwhile.
  private static final double WARM_UP_SECONDS = 8 * SECONDS;

  private final CatalogBed bed;
  private final SyntheticCatalogue catalogue;
  private final String name;

  SearchPage(String name, CatalogBed bed, SyntheticCatalogue catalogue) {
    this.name = name;
    this.bed = bed;
    this.catalogue = catalogue;
  }

  List<BenchRow> run() throws Exception {
    Queries queries = new Queries(catalogue, 1);
    Agreement.check(bed, queries);
    service(queries, 0, WARM_UP_SECONDS, 0);
    sql(queries, 0, SECONDS, 0);
    List<BenchRow.Round> medians = new ArrayList<>();
    List<BenchRow.Round> tails = new ArrayList<>();
    double heap = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      try (HeapWatch watch = new HeapWatch(bed)) {
        ClosedLoop.Times ours = service(queries, round, SECONDS, 0);
        heap = Math.max(heap, watch.peakMebibytes());
        ClosedLoop.Times baseline = sql(queries, round, SECONDS, 0);
        medians.add(new BenchRow.Round(ours.median(), baseline.median()));
        tails.add(new BenchRow.Round(ours.p95(), baseline.p95()));
        System.out.printf(
            "%s round %d: govshare median %.1f ms, p95 %.1f ms, %,.0f/s; SQL median %.1f ms,"
                + " p95 %.1f ms, %,.0f/s%n",
            name,
            round,
            ours.median(),
            ours.p95(),
            ours.perSecond(),
            baseline.median(),
            baseline.p95(),
            baseline.perSecond());
      }
    }
    System.out.printf("%s: heap in use at most %.0f MiB%n", name, heap);
    String beside = "hand-written SQL through JDBC, " + CLIENTS + " connections";
    return List.of(
        BenchRow.of(name, "ms", beside + ", median", medians),
        BenchRow.of(name + "-p95", "ms", beside + ", p95", tails),
        BenchRow.of(name + "-paced-p95", "ms", beside + " once a second, p95", paced(queries)));
  }

  private List<BenchRow.Round> paced(Queries queries) throws Exception {
    List<BenchRow.Round> tails = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      ClosedLoop.Times ours = service(queries, round, SECONDS, PACE_NANOS);
      ClosedLoop.Times baseline = sql(queries, round, SECONDS, PACE_NANOS);
      tails.add(new BenchRow.Round(ours.p95(), baseline.p95()));
      System.out.printf(
          "%s once a second, round %d: govshare median %.1f ms, p95 %.1f ms; SQL median %.1f ms,"
              + " p95 %.1f ms%n",
          name, round, ours.median(), ours.p95(), baseline.median(), baseline.p95());
    }
    return tails;
  }

  private ClosedLoop.Times service(Queries queries, int round, double seconds, long every)
      throws Exception {
    String token = bed.token();
    return ClosedLoop.run(
        CLIENTS,
        seconds,
        every,
        number -> {
          SplittableRandom random = new SplittableRandom(round * 1_000L + number);
          HttpAsker asker = new HttpAsker(bed.port(), token);
          return client(asker, () -> asker.get(path(queries.pick(random))));
        });
  }

  static String path(String word) {
    return "/api/catalog/v1/resources?size=20&facets=true&q=" + HttpAsker.encoded(word);
  }

  private ClosedLoop.Times sql(Queries queries, int round, double seconds, long every)
      throws Exception {
    return ClosedLoop.run(
        CLIENTS,
        seconds,
        every,
        number -> {
          SplittableRandom random = new SplittableRandom(round * 1_000L + number);
          SqlAsker asker = new SqlAsker(bed.connect());
          return client(asker, () -> asker.find(queries.pick(random)));
        });
  }

  private interface Question {
    void ask() throws Exception;
  }

  private static ClosedLoop.Client client(AutoCloseable asker, Question question) {
    return new ClosedLoop.Client() {
      @Override
      public void ask() throws Exception {
        question.ask();
      }

      @Override
      public void close() throws Exception {
        asker.close();
      }
    };
  }
}
