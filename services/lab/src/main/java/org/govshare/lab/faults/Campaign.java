package org.govshare.lab.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.govshare.lab.fixture.CentreBed;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.SampleTable;
import org.govshare.protocol.control.RunLimits;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.CryptoSuite;

/** A seeded fault campaign: rounds of runs until enough faults have struck. */
public final class Campaign {

  private static final int FAULTS_PER_ROUND = 6;
  private static final long FULL_ROWS = 100_000;
  private static final long CHANGED_ROWS = 20_000;
  private static final long SLOW_BYTES_PER_SECOND = 1_000_000;
  private static final int BAD_DATA_EVERY = 5;

  /** One fault in so many strikes the exchange service, on a bed of its own. */
  private static final int CENTRE_SHARE = 10;

  private static final int FEWEST_CENTRE_FAULTS = 3;
  private static final int CENTRE_FAULTS_PER_ROUND = 5;
  private static final long CENTRE_BYTES_PER_SECOND = 400_000;

  /** From so many faults on every kind must have struck, once for each so many. */
  private static final int REQUIRING = 100;

  /** How many more faults than asked for are tried for kinds that are too rare: one in so many. */
  private static final int ADDITION = 5;

  private final int count;
  private final Settings settings;
  private final Path agent;
  private final Path exchange;
  private final Path output;
  private final Tally tally = new Tally();

  /**
   * How a campaign is run.
   *
   * @param rounds which rounds, such as {@code capture,full}; all if empty
   * @param limits whether a recovery above its limit fails the campaign
   */
  public record Settings(long seed, String rounds, boolean limits) {}

  private Campaign(int count, Settings settings, Path agent, Path exchange, Path output) {
    this.count = count;
    this.settings = settings;
    this.agent = agent;
    this.exchange = exchange;
    this.output = output;
  }

  /**
   * Runs a campaign, prints what it found and writes {@code results.json} into the output folder
   * and into a folder of its own there.
   *
   * @param count number of faults
   * @param agent the packaged agent
   * @param exchange the packaged exchange service
   * @param output folder for the results and the campaign's own files
   * @return whether nothing was lost, duplicated or reordered, every receipt holds, and every kind
   *     of fault has struck often enough
   */
  public static boolean run(int count, Settings settings, Path agent, Path exchange, Path output)
      throws Exception {
    return new Campaign(count, settings, agent, exchange, output).run();
  }

  private boolean run() throws Exception {
    Set<Round> rounds = Round.of(settings.rounds());
    // Shards with other seeds can run beside this one.
    Path own = output.resolve("seed-" + settings.seed());
    if (rounds.contains(Round.CENTRE)) {
      int share = Math.max(FEWEST_CENTRE_FAULTS, count / CENTRE_SHARE);
      centreRounds(own, rounds.size() == 1 ? count : Math.min(count, share));
    }
    rounds.remove(Round.CENTRE);
    if (tally.clean() && !rounds.isEmpty()) {
      rounds(own, rounds);
    }
    Tally.Results results = tally.results(settings.seed());
    write(own, results);
    write(output, results);
    System.out.printf("%nseed %d%n", settings.seed());
    tally.print();
    List<String> tooRare = tally.tooRare();
    tooRare.forEach(kind -> System.out.println("too rare: " + kind));
    boolean slow = settings.limits() && tally.tooSlow() > 0;
    if (slow) {
      System.out.println("recoveries took longer than they may");
    }
    return tally.clean() && tally.count() >= count && tooRare.isEmpty() && !slow;
  }

  private static void write(Path directory, Tally.Results results) throws IOException {
    Files.createDirectories(directory);
    Path fresh = Files.createTempFile(directory, "results", ".new");
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(fresh.toFile(), results);
    Files.move(fresh, directory.resolve("results.json"), StandardCopyOption.REPLACE_EXISTING);
  }

  private int required() {
    return count < REQUIRING ? 0 : count / REQUIRING;
  }

  private void centreRounds(Path directory, int faults) throws Exception {
    Random random = new Random(settings.seed());
    try (CentreBed bed =
            CentreBed.start(
                directory.resolve("centre-bed"),
                agent,
                exchange,
                FULL_ROWS,
                CENTRE_BYTES_PER_SECOND);
        Connection source = bed.source()) {
      CentreRound round =
          new CentreRound(bed, tally, random, SampleTable.content(source, ExchangeBed.TABLE));
      tally.require(CentreRound.KINDS, required());
      // As many more as were asked for, if a kind is still too rare.
      while (tally.clean()
          && (tally.count() < faults || tally.count() < 2 * faults && !tally.tooRare().isEmpty())) {
        round.run(CENTRE_FAULTS_PER_ROUND);
      }
    }
  }

  private void rounds(Path directory, Set<Round> rounds) throws Exception {
    try (ExchangeBed bed = ExchangeBed.startForCampaign(directory.resolve("bed"), agent)) {
      if (!bed.sabotage().diskCanBeFilled()) {
        tally.leftOut("a full disk, because nothing can be mounted here");
      }
      FaultPlan plan = new FaultPlan(settings.seed(), bed.sabotage().diskCanBeFilled());
      tally.require(plan.kinds(), required());
      tally.require(plan.steps(), required());
      if (rounds.contains(Round.BAD_DATA)) {
        tally.require(BadDataRound.KINDS, required());
      }
      List<Round> cycle = cycle(rounds);
      SampleTable.Content copied = null;
      for (int number = 0; tally.clean() && wanted() > 0; number++) {
        try {
          copied = round(number, cycle, rounds, bed, plan, copied);
        } catch (IllegalStateException failed) {
          System.out.println("every row counts as lost: " + failed.getMessage());
          tally.found(FULL_ROWS, 0, 0, 0);
        }
      }
    }
  }

  /** How many faults are still to be tried, those included that are too rare. */
  private int wanted() {
    int left = count - tally.count();
    if (left > 0) {
      return left;
    }
    return left > -count / ADDITION
        ? (int) tally.tooRare().stream().filter(it -> !CentreRound.KINDS.contains(it)).count()
        : 0;
  }

  private static List<Round> cycle(Set<Round> rounds) {
    return List.of(Round.FULL, Round.CAPTURE, Round.INCREMENTS, Round.FULL).stream()
        .filter(rounds::contains)
        .toList();
  }

  /**
   * Runs a round.
   *
   * @param copied what the source holds if it is still that of the full copy before, or null
   * @return the same for the round after
   */
  private SampleTable.Content round(
      int number,
      List<Round> cycle,
      Set<Round> rounds,
      ExchangeBed bed,
      FaultPlan plan,
      SampleTable.Content copied)
      throws Exception {
    int faults = Math.min(FAULTS_PER_ROUND, wanted());
    // Every round of the cycle comes in either suite, and with one lane and with two.
    CryptoSuite suite = (number + number / 4) % 2 == 0 ? CryptoSuite.INTL : CryptoSuite.GM;
    int lanes = number / 4 % 2 == 0 ? 1 + number % 4 / 3 : 2 - number % 4 / 3;
    // As fast as it can, and so slowly that faults find it under way.
    RunLimits limits =
        number % 2 == 0 ? RunLimits.NONE : new RunLimits(SLOW_BYTES_PER_SECOND / lanes, null);
    SampleTable.Content content = copied;
    switch (cycle.isEmpty() ? Round.BAD_DATA : cycle.get(number % cycle.size())) {
      case CAPTURE -> {
        new CaptureRound(bed, tally, plan, CHANGED_ROWS)
            .run(plan.next(TransferMode.CAPTURE, CaptureRound.LANES, faults), plan.seed(), suite);
        content = null;
      }
      case INCREMENTS -> {
        new IncrementRound(bed, tally, plan, CHANGED_ROWS, IncrementRound.BETWEEN_FAULTS_MILLIS)
            .run(plan.next(TransferMode.INCREMENT, lanes, faults), plan.seed(), suite, lanes);
        content = null;
      }
      case FULL -> {
        content = content == null ? fullSource(bed) : content;
        new FullRound(bed, tally, plan, content)
            .run(plan.next(TransferMode.FULL, lanes, faults), suite, lanes, limits);
      }
      default -> {}
    }
    if (rounds.contains(Round.BAD_DATA)
        && (cycle.isEmpty() || (number + 1) % BAD_DATA_EVERY == 0)) {
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
