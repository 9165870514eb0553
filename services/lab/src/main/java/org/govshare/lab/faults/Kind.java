package org.govshare.lab.faults;

import java.util.Random;
import org.govshare.lab.fixture.Hurt;
import org.govshare.lab.fixture.Link;
import org.govshare.lab.fixture.Part;
import org.govshare.protocol.control.Side;

/** Kinds of faults that strike at a random moment; the rest of each is decided by chance. */
enum Kind {
  KILL_SOURCE_AGENT,
  KILL_TARGET_AGENT,
  KILL_BROKER,
  KILL_SOURCE_DATABASE,
  KILL_TARGET_DATABASE,
  PARTITION_BROKER,
  PARTITION_DATABASE,
  HALF_OPEN_BROKER,
  HALF_OPEN_DATABASE,
  LOSS_BROKER,
  LOSS_DATABASE,
  RESET,
  CUT_AFTER_COMMIT,
  ZOMBIE,
  LOST_JOURNAL,
  FULL_DISK,
  CLOCK_JUMP,
  CENTRE_AWAY;

  private static final int LONGEST_JUMP_SECONDS = 86_400;

  /** One of this kind. */
  Blow blow(Random random) {
    Link broker = random.nextBoolean() ? Link.SOURCE_BROKER : Link.TARGET_BROKER;
    Link database = random.nextBoolean() ? Link.SOURCE_DATABASE : Link.TARGET_DATABASE;
    Hurt loss = random.nextBoolean() ? Hurt.LOSS_TO_SERVER : Hurt.LOSS_TO_AGENT;
    Side side = random.nextBoolean() ? Side.SOURCE : Side.TARGET;
    long jump = random.nextInt(2 * LONGEST_JUMP_SECONDS) - LONGEST_JUMP_SECONDS;
    return switch (this) {
      case KILL_SOURCE_AGENT -> new Blow.Kill(Part.SOURCE_AGENT);
      case KILL_TARGET_AGENT -> new Blow.Kill(Part.TARGET_AGENT);
      case KILL_BROKER -> new Blow.Kill(Part.BROKER);
      case KILL_SOURCE_DATABASE -> new Blow.Kill(Part.SOURCE_DATABASE);
      case KILL_TARGET_DATABASE -> new Blow.Kill(Part.TARGET_DATABASE);
      case PARTITION_BROKER -> new Blow.Hurting(broker, Hurt.PARTITION);
      case PARTITION_DATABASE -> new Blow.Hurting(database, Hurt.PARTITION);
      case HALF_OPEN_BROKER -> new Blow.Hurting(broker, Hurt.HALF_OPEN);
      case HALF_OPEN_DATABASE -> new Blow.Hurting(database, Hurt.HALF_OPEN);
      case LOSS_BROKER -> new Blow.Hurting(broker, loss);
      case LOSS_DATABASE -> new Blow.Hurting(database, loss);
      case RESET -> new Blow.Cut(random.nextBoolean() ? broker : database);
      case CUT_AFTER_COMMIT -> new Blow.CutAfterCommit();
      case ZOMBIE -> new Blow.Zombie(side);
      case LOST_JOURNAL -> new Blow.LostJournal();
      case FULL_DISK -> new Blow.FullDisk();
      case CLOCK_JUMP -> new Blow.ClockJump(side, jump);
      case CENTRE_AWAY -> new Blow.CentreAway();
    };
  }

  /** Whether agents and broker outlive it. */
  boolean sparesProcesses() {
    return switch (this) {
      case KILL_SOURCE_AGENT, KILL_TARGET_AGENT, KILL_BROKER, LOST_JOURNAL -> false;
      default -> true;
    };
  }

  /** Whether a blow is of this kind. */
  boolean of(Blow blow) {
    return switch (blow) {
      case Blow.Kill kill ->
          switch (kill.part()) {
            case SOURCE_AGENT -> this == KILL_SOURCE_AGENT;
            case TARGET_AGENT -> this == KILL_TARGET_AGENT;
            case BROKER -> this == KILL_BROKER;
            case SOURCE_DATABASE -> this == KILL_SOURCE_DATABASE;
            case TARGET_DATABASE -> this == KILL_TARGET_DATABASE;
          };
      case Blow.Cut cut -> this == RESET;
      default -> blow.kind().equals(blow(new Random(0)).kind());
    };
  }

  /** How the report counts it; resets are counted by their link, and asked for together. */
  String counted() {
    return this == RESET ? "reset" : blow(new Random(0)).kind();
  }
}
