package org.govshare.lab.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.govshare.lab.fixture.Hurt;
import org.govshare.lab.fixture.Link;
import org.govshare.lab.fixture.Part;
import org.govshare.protocol.control.Side;

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
  private static final int LONGEST_JUMP_SECONDS = 86_400;
  private static final int FULL_DISK = 10;
  private static final int KINDS = 13;

  private final Random random;
  private final boolean disk;
  private final Deque<Step> steps = new ArrayDeque<>();
  private final Deque<Integer> kinds = new ArrayDeque<>();
  private final Deque<Step> missed = new ArrayDeque<>();
  private boolean atStep;

  /**
   * A plan.
   *
   * @param disk whether the broker's disk can be filled
   */
  FaultPlan(long seed, boolean disk) {
    this.random = new Random(seed);
    this.disk = disk;
  }

  /** The next faults, in the order of the progress at which they strike. */
  List<Fault> next(int count) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      atStep = !atStep;
      faults.add(atStep ? atStep() : other());
    }
    faults.sort(Comparator.comparingDouble(Fault::progress));
    return faults;
  }

  /** Faults that leave the agents and the broker alive, for figures of their memory over time. */
  List<Fault> nextThatSpareProcesses(int count) {
    List<Fault> faults = new ArrayList<>();
    while (faults.size() < count) {
      Fault fault = other();
      boolean spares =
          switch (fault.blow()) {
            case Blow.Kill kill ->
                kill.part() == Part.SOURCE_DATABASE || kill.part() == Part.TARGET_DATABASE;
            case Blow.LostJournal lost -> false;
            default -> true;
          };
      if (spares) {
        faults.add(fault);
      }
    }
    return faults;
  }

  /** A step that the engine did not come to in its round is dealt again. */
  synchronized void missed(Blow blow) {
    if (blow instanceof Blow.AtStep atStep) {
      missed.add(atStep.step());
    }
  }

  /** A seed for whatever else a round decides by chance. */
  long seed() {
    return random.nextLong();
  }

  /** A random share of the rows at which a kill might strike. */
  double progress() {
    return 0.05 + 0.85 * random.nextDouble();
  }

  private Fault atStep() {
    if (steps.isEmpty()) {
      List<Step> all = new ArrayList<>(List.of(Step.values()));
      Collections.shuffle(all, random);
      steps.addAll(all);
    }
    Step step = missed.isEmpty() ? steps.pop() : missed.pop();
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

  private Fault other() {
    if (kinds.isEmpty()) {
      List<Integer> all = new ArrayList<>();
      for (int kind = 0; kind < Part.values().length + KINDS; kind++) {
        if (disk || kind != Part.values().length + FULL_DISK) {
          all.add(kind);
        }
      }
      Collections.shuffle(all, random);
      kinds.addAll(all);
    }
    int kind = kinds.pop();
    double progress = progress();
    int delay = delay();
    if (kind < Part.values().length) {
      return new Fault(
          new Blow.Kill(Part.values()[kind]), progress, delay, random.nextInt(LONGEST_DOWN_MILLIS));
    }
    int lasting = random.nextInt(SHORTEST_HURT_MILLIS, LONGEST_HURT_MILLIS);
    return new Fault(blow(kind - Part.values().length), progress, delay, lasting);
  }

  private Blow blow(int kind) {
    Link broker = random.nextBoolean() ? Link.SOURCE_BROKER : Link.TARGET_BROKER;
    Link database = random.nextBoolean() ? Link.SOURCE_DATABASE : Link.TARGET_DATABASE;
    Hurt loss = random.nextBoolean() ? Hurt.LOSS_TO_SERVER : Hurt.LOSS_TO_AGENT;
    Side side = random.nextBoolean() ? Side.SOURCE : Side.TARGET;
    long jump = random.nextInt(2 * LONGEST_JUMP_SECONDS) - LONGEST_JUMP_SECONDS;
    return switch (kind) {
      case 0 -> new Blow.Hurting(broker, Hurt.PARTITION);
      case 1 -> new Blow.Hurting(database, Hurt.PARTITION);
      case 2 -> new Blow.Hurting(broker, Hurt.HALF_OPEN);
      case 3 -> new Blow.Hurting(database, Hurt.HALF_OPEN);
      case 4 -> new Blow.Hurting(broker, loss);
      case 5 -> new Blow.Hurting(database, loss);
      case 6 -> new Blow.Cut(random.nextBoolean() ? broker : database);
      case 7 -> new Blow.CutAfterCommit();
      case 8 -> new Blow.Zombie(side);
      case 9 -> new Blow.LostJournal();
      case FULL_DISK -> new Blow.FullDisk();
      case 11 -> new Blow.ClockJump(side, jump);
      case 12 -> new Blow.CentreAway();
      default -> throw new IllegalArgumentException("kind " + kind);
    };
  }

  private int delay() {
    return random.nextInt(LONGEST_DELAY_MILLIS);
  }
}
