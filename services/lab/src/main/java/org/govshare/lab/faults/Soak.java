package org.govshare.lab.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.ProcessFigures;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.crypto.CryptoSuite;

/**
 * Increments without end under a fault every minute, with the memory and the file descriptors of
 * the agents and the broker sampled all the while. Those three are spared: what has just started
 * says nothing about an hour.
 */
public final class Soak {

  private static final long ROWS = 20_000;
  private static final long SAMPLE_MILLIS = 5_000;

  private Soak() {}

  private record Sample(double minutes, ProcessFigures figures) {}

  /** What one process took: MiB resident and descriptors. */
  private record Figures(
      long firstMebibytes,
      long lastMebibytes,
      long mostMebibytes,
      double mebibytesPerHour,
      long firstDescriptors,
      long lastDescriptors,
      long mostDescriptors,
      double descriptorsPerHour) {}

  /**
   * Runs for so many minutes, prints the figures and writes {@code soak.json}.
   *
   * @return whether nothing was lost, duplicated or reordered and every receipt holds
   */
  public static boolean run(int minutes, long seed, Path agent, Path output) throws Exception {
    Tally tally = new Tally();
    Map<String, List<Sample>> samples = new LinkedHashMap<>();
    try (ExchangeBed bed = ExchangeBed.startForCampaign(output.resolve("bed"), agent)) {
      FaultPlan plan = new FaultPlan(seed, bed.sabotage().diskCanBeFilled());
      Thread sampler = Thread.ofVirtual().start(() -> sample(bed, samples));
      new IncrementRound(bed, tally, plan, ROWS, Duration.ofMinutes(1).toMillis())
          .run(
              plan.nextThatSpareProcesses(Math.max(0, minutes - 1)),
              plan.seed(),
              CryptoSuite.INTL,
              1);
      sampler.interrupt();
      sampler.join();
    }
    Map<String, Figures> results = new LinkedHashMap<>();
    samples.forEach((process, taken) -> results.put(process, figures(taken)));
    Files.createDirectories(output);
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(output.resolve("soak.json").toFile(), results);
    System.out.printf("%n%d minutes, seed %d%n", minutes, seed);
    tally.print();
    System.out.printf(
        "%-14s %30s %36s%n",
        "", "MiB first/last/most, per hour", "descriptors first/last/most, /h");
    results.forEach(
        (process, it) ->
            System.out.printf(
                "%-14s %10d /%5d /%5d, %+7.1f %14d /%4d /%4d, %+7.1f%n",
                process,
                it.firstMebibytes(),
                it.lastMebibytes(),
                it.mostMebibytes(),
                it.mebibytesPerHour(),
                it.firstDescriptors(),
                it.lastDescriptors(),
                it.mostDescriptors(),
                it.descriptorsPerHour()));
    return tally.clean();
  }

  private static void sample(ExchangeBed bed, Map<String, List<Sample>> samples) {
    long start = System.nanoTime();
    try {
      while (true) {
        Thread.sleep(SAMPLE_MILLIS);
        double minutes = (System.nanoTime() - start) / 60e9;
        add(samples, "source agent", minutes, bed.figures(Side.SOURCE));
        add(samples, "target agent", minutes, bed.figures(Side.TARGET));
        add(samples, "broker", minutes, bed.brokerFigures());
      }
    } catch (InterruptedException over) {
      // As many samples as there are.
    } catch (IOException e) {
      System.err.println("no more samples: " + e.getMessage());
    }
  }

  private static void add(
      Map<String, List<Sample>> samples, String process, double minutes, ProcessFigures figures) {
    samples.computeIfAbsent(process, fresh -> new ArrayList<>()).add(new Sample(minutes, figures));
  }

  private static Figures figures(List<Sample> samples) {
    // The trend is that of the second half: a virtual machine takes its time to get warm.
    List<Sample> late = samples.subList(samples.size() / 2, samples.size());
    ProcessFigures first = samples.getFirst().figures();
    ProcessFigures last = samples.getLast().figures();
    return new Figures(
        first.residentMebibytes(),
        last.residentMebibytes(),
        samples.stream().mapToLong(it -> it.figures().residentMebibytes()).max().orElse(0),
        slope(late, it -> it.residentMebibytes()) * 60,
        first.descriptors(),
        last.descriptors(),
        samples.stream().mapToLong(it -> it.figures().descriptors()).max().orElse(0),
        slope(late, it -> it.descriptors()) * 60);
  }

  private interface Figure {
    long of(ProcessFigures figures);
  }

  /** Growth a minute by least squares. */
  private static double slope(List<Sample> samples, Figure figure) {
    double meanX = samples.stream().mapToDouble(Sample::minutes).average().orElse(0);
    double meanY = samples.stream().mapToDouble(it -> figure.of(it.figures())).average().orElse(0);
    double above = 0;
    double below = 0;
    for (Sample sample : samples) {
      above += (sample.minutes() - meanX) * (figure.of(sample.figures()) - meanY);
      below += (sample.minutes() - meanX) * (sample.minutes() - meanX);
    }
    return below == 0 ? 0 : above / below;
  }
}
