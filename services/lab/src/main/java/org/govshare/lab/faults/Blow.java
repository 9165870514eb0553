package org.govshare.lab.faults;

import org.govshare.lab.fixture.Hurt;
import org.govshare.lab.fixture.Link;
import org.govshare.lab.fixture.Part;
import org.govshare.protocol.control.Side;

/** What strikes the exchange. */
sealed interface Blow {

  /** From an agent's start to the next receipt. */
  int AGENT_SECONDS = 5;

  /** From the broker's start to the next receipt. */
  int BROKER_SECONDS = 15;

  /** How the report names its kind. */
  String kind();

  /** Where exactly it strikes, in words. */
  String place();

  /** Seconds within which rows are to flow again once the cause is gone; 0 if nobody says so. */
  default int limitSeconds() {
    return switch (this) {
      case Kill kill ->
          switch (kill.part()) {
            case SOURCE_AGENT, TARGET_AGENT -> AGENT_SECONDS;
            case BROKER -> BROKER_SECONDS;
            default -> 0;
          };
      case AtStep atStep -> AGENT_SECONDS;
      case LostJournal lost -> BROKER_SECONDS;
      default -> 0;
    };
  }

  /** Kill -9 of a part at a random moment. */
  record Kill(Part part) implements Blow {
    @Override
    public String kind() {
      return part.fault();
    }

    @Override
    public String place() {
      return "";
    }
  }

  /** A link that does not pass what it should, for a while. */
  record Hurting(Link link, Hurt hurt) implements Blow {
    @Override
    public String kind() {
      String what =
          switch (hurt) {
            case PARTITION -> "partition";
            case HALF_OPEN -> "half-open";
            default -> "one-way loss";
          };
      return what + ", " + to(link);
    }

    @Override
    public String place() {
      return link.between() + (hurt == Hurt.LOSS_TO_AGENT ? ", answers" : "");
    }
  }

  /** All connections of a link are reset at once. */
  record Cut(Link link) implements Blow {
    @Override
    public String kind() {
      return "reset, " + to(link);
    }

    @Override
    public String place() {
      return link.between();
    }
  }

  /** The target's database commits rows, and the connection ends before its answer is heard. */
  record CutAfterCommit() implements Blow {
    @Override
    public String kind() {
      return "cut between COMMIT and its answer";
    }

    @Override
    public String place() {
      return "";
    }
  }

  /**
   * An agent is frozen, another process of its node takes over, and then the frozen one goes on as
   * if nothing had been.
   */
  record Zombie(Side side) implements Blow {
    @Override
    public String kind() {
      return "frozen agent comes back";
    }

    @Override
    public String place() {
      return side.name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The broker dies and everything that it has stored is gone. */
  record LostJournal() implements Blow {
    @Override
    public String kind() {
      return "broker's journal lost";
    }

    @Override
    public String place() {
      return "";
    }
  }

  /** The broker's disk is full for a while. */
  record FullDisk() implements Blow {
    @Override
    public String kind() {
      return "broker's disk full";
    }

    @Override
    public String place() {
      return "";
    }
  }

  /** An agent's wall clock jumps, and later jumps back. */
  record ClockJump(Side side, long seconds) implements Blow {
    @Override
    public String kind() {
      return "clock jumps";
    }

    @Override
    public String place() {
      return "%s by %+d s".formatted(side.name().toLowerCase(java.util.Locale.ROOT), seconds);
    }
  }

  /** Who stands in for the exchange service is gone for a while. */
  record CentreAway() implements Blow {
    @Override
    public String kind() {
      return "exchange service away (stand-in)";
    }

    @Override
    public String place() {
      return "";
    }
  }

  /** Kill -9 of the packaged exchange service. */
  record KillCentre(boolean starting) implements Blow {
    @Override
    public String kind() {
      return "kill -9 exchange service, " + (starting ? "order" : "run");
    }

    @Override
    public String place() {
      return "";
    }
  }

  /** The packaged exchange service dies at a step of its intake. */
  record CentreAtStep(CentreStep step, int pass) implements Blow {
    @Override
    public String kind() {
      return "fail point exchange " + step.label();
    }

    @Override
    public String place() {
      return "pass " + pass;
    }
  }

  /** A row that the target's table refuses. */
  record PoisonRow() implements Blow {
    @Override
    public String kind() {
      return "poison row";
    }

    @Override
    public String place() {
      return "";
    }
  }

  /** The target's table is altered while rows flow into it. */
  record SchemaChange(boolean ofMappedColumn) implements Blow {
    @Override
    public String kind() {
      return "schema change in mid-run";
    }

    @Override
    public String place() {
      return ofMappedColumn ? "type of a mapped column" : "one column more";
    }
  }

  /** An agent dies at a step of the engine. */
  record AtStep(Step step, int pass) implements Blow {
    @Override
    public String kind() {
      return "fail point " + step.label();
    }

    @Override
    public String place() {
      return "pass " + pass;
    }
  }

  private static String to(Link link) {
    return link == Link.SOURCE_BROKER || link == Link.TARGET_BROKER
        ? "agent and broker"
        : "agent and database";
  }
}
