package org.govshare.lab.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.govshare.protocol.control.TransferMode;

/**
 * The faults of a campaign, from a seed: the same seed gives the same faults. Every other fault is
 * an agent's death at a step of the engine. Steps are dealt like cards, and so are the other kinds,
 * so that each comes up equally often.
 */
final class FaultPlan {

  private static final int LONGEST_DELAY_MILLIS = 60;
  private static final int LONGEST_DOWN_MILLIS = 1_500;
  private static final int SHORTEST_HURT_MILLIS = 500;
  private static final int LONGEST_HURT_MILLIS = 9_000;

  private final Random random;
  private final Deck<Step> steps;
  private final Deck<Kind> kinds;
  private boolean atStep;

  /**
   * A plan.
   *
   * @param disk whether the broker's disk can be filled
   */
  FaultPlan(long seed, boolean disk) {
    this.random = new Random(seed);
    this.steps = new Deck<>(List.of(Step.values()), random);
    this.kinds =
        new Deck<>(
            Stream.of(Kind.values()).filter(kind -> disk || kind != Kind.FULL_DISK).toList(),
            random);
  }

  /**
   * The next faults for a round of a mode and lanes, in the order of the progress at which they
   * strike.
   */
  synchronized List<Fault> next(TransferMode mode, int lanes, int count) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      atStep = !atStep;
      faults.add(atStep ? atStep(mode, lanes) : other(kinds.deal(kind -> true)));
    }
    faults.sort(Comparator.comparingDouble(Fault::progress));
    return faults;
  }

  /** Faults that leave the agents and the broker alive, for figures of their memory over time. */
  synchronized List<Fault> nextThatSpareProcesses(int count) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      faults.add(other(kinds.deal(Kind::sparesProcesses)));
    }
    return faults;
  }

  /** What did not strike in its round is dealt again, before anything else. */
  synchronized void missed(Blow blow) {
    if (blow instanceof Blow.AtStep missed) {
      steps.putBack(missed.step());
    } else {
      Stream.of(Kind.values()).filter(kind -> kind.of(blow)).forEach(kinds::putBack);
    }
  }

  /** How the report counts the kinds that are dealt beside fail points. */
  List<String> kinds() {
    return kinds.all().stream().map(Kind::counted).distinct().toList();
  }

  /** How the report counts the fail points that are dealt. */
  List<String> steps() {
    return steps.all().stream().map(step -> new Blow.AtStep(step, 1).kind()).toList();
  }

  /** A seed for whatever else a round decides by chance. */
  long seed() {
    return random.nextLong();
  }

  /** A random share of the rows at which a kill might strike. */
  double progress() {
    return 0.05 + 0.85 * random.nextDouble();
  }

  private Fault atStep(TransferMode mode, int lanes) {
    Step step = steps.deal(it -> it.comesUpIn(mode, lanes));
    double progress =
        switch (step.when()) {
          case START -> 0;
          case ENDING -> 0.95;
          default -> progress();
        };
    int pass = step.when() == Step.When.FLOWING ? 1 + random.nextInt(3) : 1 + random.nextInt(2);
    return new Fault(
        new Blow.AtStep(step, pass), progress, delay(), random.nextInt(LONGEST_DOWN_MILLIS));
  }

  private Fault other(Kind kind) {
    double progress = progress();
    int delay = delay();
    Blow blow = kind.blow(random);
    int lasting =
        blow instanceof Blow.Kill
            ? random.nextInt(LONGEST_DOWN_MILLIS)
            : random.nextInt(SHORTEST_HURT_MILLIS, LONGEST_HURT_MILLIS);
    return new Fault(blow, progress, delay, lasting);
  }

  private int delay() {
    return random.nextInt(LONGEST_DELAY_MILLIS);
  }
}
