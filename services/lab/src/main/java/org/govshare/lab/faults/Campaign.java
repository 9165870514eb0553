package org.govshare.lab.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Random;
import org.govshare.lab.fixture.CentreBed;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.SampleTable;

/** A seeded fault campaign: rounds of copies until enough faults have struck. */
public final class Campaign {

  private static final int FAULTS_PER_ROUND = 4;
  private static final long FULL_ROWS = 200_000;
  private static final long INCREMENT_ROWS = 20_000;

  /** One fault in so many is a kill of the exchange service, on a bed of its own. */
  private static final int CENTRE_SHARE = 20;

  private static final int FEWEST_CENTRE_KILLS = 3;
  private static final int CENTRE_KILLS_PER_ROUND = 3;
  private static final long CENTRE_BYTES_PER_SECOND = 1_500_000;

  private Campaign() {}

  /**
   * Runs a campaign, prints what it found and writes {@code results.json}.
   *
   * @param count number of faults
   * @param seed decides every fault
   * @param agent the packaged agent
   * @param exchange the packaged exchange service
   * @param output folder for the results and the campaign's own files
   * @return whether nothing was lost, duplicated or reordered and every receipt holds
   */
  public static boolean run(int count, long seed, Path agent, Path exchange, Path output)
      throws Exception {
    Tally tally = new Tally();
    int ofCentre = Math.min(count, Math.max(FEWEST_CENTRE_KILLS, count / CENTRE_SHARE));
    centreRounds(ofCentre, seed, agent, exchange, output, tally);
    if (tally.clean()) {
      rounds(count, seed, agent, output, tally);
    }
    Tally.Results results = tally.results(seed);
    Files.createDirectories(output);
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(output.resolve("results.json").toFile(), results);
    System.out.printf("%nseed %d%n", seed);
    tally.print();
    return tally.clean() && tally.count() >= count;
  }

  private static void centreRounds(
      int kills, long seed, Path agent, Path exchange, Path output, Tally tally) throws Exception {
    Random random = new Random(seed);
    try (CentreBed bed =
            CentreBed.start(
                output.resolve("centre-bed"), agent, exchange, FULL_ROWS, CENTRE_BYTES_PER_SECOND);
        Connection source = bed.source()) {
      CentreRound round =
          new CentreRound(bed, tally, random, SampleTable.content(source, ExchangeBed.TABLE));
      while (tally.count() < kills && tally.clean()) {
        round.run(Math.min(CENTRE_KILLS_PER_ROUND, kills - tally.count()));
      }
    }
  }

  private static void rounds(int count, long seed, Path agent, Path output, Tally tally)
      throws Exception {
    try (ExchangeBed bed = ExchangeBed.startForCampaign(output.resolve("bed"), agent)) {
      if (!bed.sabotage().diskCanBeFilled()) {
        System.out.println("not injected: a full disk, because nothing can be mounted here");
      }
      FaultPlan plan = new FaultPlan(seed, bed.sabotage().diskCanBeFilled());
      SampleTable.Content copied = null;
      for (int round = 1; tally.count() < count; round++) {
        int faults = Math.min(FAULTS_PER_ROUND, count - tally.count());
        try {
          copied = round(round, faults, bed, tally, plan, copied);
        } catch (IllegalStateException failed) {
          System.out.println("every row counts as lost: " + failed.getMessage());
          tally.found(FULL_ROWS, 0, 0, 0);
        }
        if (!tally.clean()) {
          break;
        }
      }
    }
  }

  /**
   * Runs a round.
   *
   * @param copied what the source holds if it is still that of the full copy before, or null
   * @return the same for the round after
   */
  private static SampleTable.Content round(
      int number,
      int faults,
      ExchangeBed bed,
      Tally tally,
      FaultPlan plan,
      SampleTable.Content copied)
      throws Exception {
    SampleTable.Content content = copied;
    if (number % 3 == 0) {
      new IncrementRound(bed, tally, plan, INCREMENT_ROWS, IncrementRound.BETWEEN_FAULTS_MILLIS)
          .run(plan.next(faults), plan.seed());
      content = null;
    } else {
      content = content == null ? fullSource(bed) : content;
      new FullRound(bed, tally, plan, content).run(plan.next(faults));
    }
    if (number % 5 == 0) {
      content = content == null ? fullSource(bed) : content;
      new BadDataRound(bed, tally, content).run(plan);
    }
    return content;
  }

  private static SampleTable.Content fullSource(ExchangeBed bed) throws Exception {
    try (Connection source = bed.source()) {
      SampleTable.create(source, ExchangeBed.TABLE, true);
      SampleTable.fill(source, ExchangeBed.TABLE, FULL_ROWS);
      bed.own(source, ExchangeBed.TABLE);
      return SampleTable.content(source, ExchangeBed.TABLE);
    }
  }
}
