package org.govshare.lab.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.lab.fixture.CentreBed;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.SampleTable;
import org.govshare.standalone.api.ApiFailure;

/**
 * A full copy that the packaged exchange service orders, while it is killed: as the order is taken,
 * at random moments of the run, and before and after it commits and accepts what nodes say. There
 * is one run in the end, complete, with every receipt.
 */
final class CentreRound {

  /** What strikes here. */
  static final List<String> KINDS =
      Stream.concat(
              Stream.of(new Blow.KillCentre(true), new Blow.KillCentre(false)),
              Stream.of(CentreStep.values()).map(step -> new Blow.CentreAtStep(step, 1)))
          .map(Blow::kind)
          .toList();

  private static final List<String> OVER = List.of("COMPLETED", "FAILED", "STOPPED");
  private static final int LONGEST_START_MILLIS = 400;
  private static final int LONGEST_RUN_MILLIS = 6_000;
  private static final int LONGEST_DOWN_MILLIS = 1_500;

  private final CentreBed bed;
  private final Tally tally;
  private final Random random;
  private final SampleTable.Content expected;
  private final Deck<Blow> later;

  CentreRound(CentreBed bed, Tally tally, Random random, SampleTable.Content expected) {
    this.bed = bed;
    this.tally = tally;
    this.random = random;
    this.expected = expected;
    List<Blow> blows = new ArrayList<>(List.of(new Blow.KillCentre(false)));
    for (CentreStep step : CentreStep.values()) {
      blows.add(new Blow.CentreAtStep(step, 1 + random.nextInt(3)));
    }
    this.later = new Deck<>(blows, random);
  }

  /**
   * Orders a run and kills while it is under way.
   *
   * @param kills how often at most; a run that is over earlier is not waited for
   */
  void run(int kills) throws Exception {
    try (Connection target = bed.target();
        Statement statement = target.createStatement()) {
      statement.execute("TRUNCATE " + ExchangeBed.TABLE);
    }
    int before = bed.runs();
    int done = 0;
    Thread order = Thread.ofVirtual().start(this::order);
    Thread.sleep(random.nextInt(LONGEST_START_MILLIS));
    Blow first = new Blow.KillCentre(true);
    bed.killExchange();
    done += recovered(first);
    order.join();
    if (bed.runs() == before) {
      // The order was lost with the service that took it, as its caller was told.
      bed.orderRun();
    }
    while (done < kills && !over()) {
      Blow blow = later.deal(any -> true);
      Thread.sleep(random.nextInt(LONGEST_RUN_MILLIS));
      int struck = over() || !struck(blow) ? 0 : recovered(blow);
      if (struck == 0) {
        later.putBack(blow);
      }
      done += struck;
    }
    bed.await("the end of the run", this::over);
    judge(bed.runs() - before);
  }

  private void order() {
    try {
      bed.orderRun();
    } catch (ApiFailure killedMeanwhile) {
      // Whether the order was taken is looked up.
    }
  }

  private boolean over() {
    try {
      JsonNode run = bed.latestRun();
      return run != null && OVER.contains(run.path("state").asText());
    } catch (ApiFailure dying) {
      // Nobody can say so.
      return false;
    }
  }

  /** Lets it die at once, or at a step that it comes to before the run is over. */
  private boolean struck(Blow blow) throws Exception {
    if (!(blow instanceof Blow.CentreAtStep atStep)) {
      bed.killExchange();
      return true;
    }
    bed.orderDeath(atStep.step().label(), atStep.pass());
    while (bed.exchangeLives() && !over()) {
      Thread.sleep(20);
    }
    if (bed.takeBackOrder()) {
      return false;
    }
    // The order is gone, so it is dying or dead.
    while (bed.exchangeLives()) {
      Thread.sleep(5);
    }
    return true;
  }

  private int recovered(Blow blow) throws Exception {
    int down = random.nextInt(LONGEST_DOWN_MILLIS);
    Thread.sleep(down);
    long start = System.nanoTime();
    bed.restartExchange();
    if (!(blow instanceof Blow.KillCentre(boolean starting) && starting)) {
      long receipts = receipts();
      bed.await("the next receipt", () -> over() || receipts() > receipts);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    tally.injected(blow);
    tally.recovered(blow, seconds);
    System.out.printf("  %s, %d ms; again after %.1f s%n", blow.kind(), down, seconds);
    return 1;
  }

  private long receipts() {
    JsonNode run = bed.latestRun();
    return run == null ? 0 : run.path("receipts").path("count").asLong();
  }

  private void judge(int runs) throws Exception {
    JsonNode run = bed.latestRun();
    boolean complete = run.path("state").asText().equals("COMPLETED");
    boolean verified = run.path("receipts").path("verified").asBoolean();
    long kept = run.path("receipts").path("count").asLong();
    try (Connection target = bed.target()) {
      SampleTable.Content actual = SampleTable.content(target, ExchangeBed.TABLE);
      long given = frames(target, UUID.fromString(run.path("id").asText()));
      long lost = expected.distinctKeys() - actual.distinctKeys();
      if (!complete || lost == 0 && !actual.checksum().equals(expected.checksum())) {
        System.out.println("the run is " + run.path("state").asText() + ", or not the same rows");
        lost = Math.max(1, lost);
      }
      long broken = Math.abs(given - kept) + (verified ? 0 : 1);
      tally.found(lost, runs - 1L, 0, broken);
      System.out.printf(
          "ordered by the exchange service: %,d rows, runs %d, lost %d, receipts %d of %d, broken"
              + " %d%n",
          actual.rows(), runs, lost, kept, given, broken);
    }
  }

  private static long frames(Connection target, UUID run) throws SQLException {
    try (Statement statement = target.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*) FROM govshare.inbox WHERE run_id = '" + run + "'")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
