package org.govshare.node.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.node.control.LogicalNode;
import org.govshare.node.database.TableName;
import org.govshare.node.guard.Gate;
import org.govshare.node.guard.Hold;
import org.govshare.node.guard.Subject;
import org.govshare.node.guard.Waiting;
import org.govshare.node.state.Json;

/** Carries out what the department's own people command at their machine. */
public final class Operator {
  static final String USAGE =
      """
      usage: govshare-node [--node CODE] [--json] COMMAND

        status                    nodes, holds, and what waits
        outgoing [--last N]       what leaves now, and what has left
        stop WHAT [--note TEXT]   nothing of it leaves any more; WHAT is all, table SCHEMA.TABLE,
                                  service CODE or run ID; the note is told to the centre
        allow WHAT                lifts that stop
        pending                   what waits for approval: columns, rows and receiver
        approve ID [--days N]     lets it leave for N days, 365 unless said otherwise
        refuse ID                 does not let it leave
        approvals                 what was approved or refused
        withdraw ID               takes an approval or a refusal back
        rotate                    makes new keys; runs go on with them in a new epoch

      --node is needed for changes if the agent runs more than one node.""";

  private static final int LAST = 20;
  private static final int MOST_LINES = 10_000;
  private static final int DAYS = 365;
  private static final int MOST_DAYS = 3650;

  private final List<LogicalNode> nodes;

  /** For the nodes of an agent. */
  public Operator(List<LogicalNode> nodes) {
    this.nodes = nodes;
  }

  /**
   * Carries out a command.
   *
   * @param typed what was typed
   * @param by the account that typed it
   */
  Answer answer(List<String> typed, String by) throws IOException {
    try {
      Arguments arguments = new Arguments(typed);
      Answer answer = answer(arguments, by);
      return arguments.json() && answer.data() != null
          ? new Answer(answer.exit(), Json.write(answer.data()), null)
          : answer;
    } catch (IllegalArgumentException e) {
      return Answer.wrong(e.getMessage());
    }
  }

  private Answer answer(Arguments arguments, String by) throws IOException {
    String command = arguments.next("the command");
    return switch (command) {
      case "status" -> {
        arguments.requireNoMore();
        yield Overview.status(chosen(arguments));
      }
      case "outgoing" -> {
        arguments.requireNoMore();
        yield Overview.outgoing(chosen(arguments), arguments.number("--last", LAST, 0, MOST_LINES));
      }
      case "pending" -> {
        arguments.requireNoMore();
        yield Overview.pending(chosen(arguments));
      }
      case "approvals" -> {
        arguments.requireNoMore();
        yield Overview.approvals(chosen(arguments));
      }
      case "stop" -> stop(arguments, by);
      case "allow" -> allow(arguments);
      case "approve" -> approve(arguments, by);
      case "refuse" -> refuse(arguments, by);
      case "withdraw" -> withdraw(arguments);
      case "rotate" -> {
        arguments.requireNoMore();
        yield Answer.done(
            "new signing key "
                + one(arguments).rotate()
                + "; it is used as soon as the centre knows it");
      }
      default -> throw new IllegalArgumentException("there is no command " + command);
    };
  }

  // ---- holds

  private record What(Hold.Kind kind, String name) {}

  private Answer stop(Arguments arguments, String by) throws IOException {
    What what = what(arguments);
    Gate gate = one(arguments).gate();
    Hold hold = new Hold(what.kind(), what.name(), arguments.option("--note", ""), by, gate.now());
    gate.hold(hold);
    return Answer.done("stopped: " + hold.what() + "; lasts until it is allowed again");
  }

  private Answer allow(Arguments arguments) throws IOException {
    What what = what(arguments);
    Gate gate = one(arguments).gate();
    boolean lifted = gate.lift(what.kind(), what.name());
    String others = gate.holds().stream().map(Hold::what).collect(Collectors.joining(", "));
    String rest = others.isEmpty() ? "" : "; still stopped: " + others;
    return lifted
        ? Answer.done("allowed again" + rest)
        : Answer.refused("nothing of that name was stopped" + rest);
  }

  private static What what(Arguments arguments) {
    String kind = arguments.next("what to stop or allow");
    What what =
        switch (kind) {
          case "all" -> new What(Hold.Kind.ALL, "");
          case "table" ->
              new What(Hold.Kind.TABLE, TableName.parse(arguments.next("the table")).toString());
          case "service" -> new What(Hold.Kind.SERVICE, arguments.next("the service's code"));
          case "run" ->
              new What(Hold.Kind.RUN, UUID.fromString(arguments.next("the run's id")).toString());
          default ->
              throw new IllegalArgumentException("it is all, table, service or run, not " + kind);
        };
    arguments.requireNoMore();
    return what;
  }

  // ---- approvals

  private Answer approve(Arguments arguments, String by) throws IOException {
    String id = arguments.next("the id");
    arguments.requireNoMore();
    int days = arguments.number("--days", DAYS, 1, MOST_DAYS);
    Gate gate = one(arguments).gate();
    Subject subject = known(gate, id);
    if (subject == null) {
      return Answer.refused("nothing of that id is pending or was approved before");
    }
    Instant until = gate.now().plus(Duration.ofDays(days));
    gate.approve(subject, by, until);
    return Answer.done("approved until " + until);
  }

  private Answer refuse(Arguments arguments, String by) throws IOException {
    String id = arguments.next("the id");
    arguments.requireNoMore();
    Gate gate = one(arguments).gate();
    if (known(gate, id) == null) {
      return Answer.refused("nothing of that id is pending or was approved before");
    }
    gate.refuse(id, by);
    return Answer.done("refused");
  }

  private Answer withdraw(Arguments arguments) throws IOException {
    String id = arguments.next("the id");
    arguments.requireNoMore();
    return one(arguments).gate().withdraw(id)
        ? Answer.done("withdrawn")
        : Answer.refused("nothing of that id was approved or refused");
  }

  /** What an id stands for: what waits, or what was approved before and is as it was signed. */
  private static Subject known(Gate gate, String id) throws IOException {
    for (Waiting waiting : gate.waiting()) {
      Subject subject = Subject.of(waiting.command());
      if (subject.id().equals(id)) {
        return subject;
      }
    }
    for (Gate.Listed listed : gate.approvals()) {
      if (listed.id().equals(id) && listed.genuine()) {
        return listed.approval().subject();
      }
    }
    return null;
  }

  // ---- nodes

  private List<LogicalNode> chosen(Arguments arguments) {
    String code = arguments.option("--node", null);
    if (code == null) {
      return nodes;
    }
    List<LogicalNode> chosen = new ArrayList<>(nodes);
    chosen.removeIf(node -> !node.code().equals(code));
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException("this agent runs no node " + code);
    }
    return chosen;
  }

  private LogicalNode one(Arguments arguments) {
    List<LogicalNode> chosen = chosen(arguments);
    if (chosen.size() > 1) {
      throw new IllegalArgumentException(
          "--node is needed, one of "
              + nodes.stream().map(LogicalNode::code).collect(Collectors.joining(", ")));
    }
    return chosen.getFirst();
  }
}
