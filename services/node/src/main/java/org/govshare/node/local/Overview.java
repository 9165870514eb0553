package org.govshare.node.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.node.control.LogicalNode;
import org.govshare.node.guard.Departure;
import org.govshare.node.guard.Gate;
import org.govshare.node.guard.Hold;
import org.govshare.node.guard.Subject;
import org.govshare.node.guard.Waiting;
import org.govshare.node.guard.Withheld;
import org.govshare.node.source.SourceSession;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.MappingStep;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.frame.RunTotals;

/** What the commands that change nothing answer. */
final class Overview {
  private Overview() {}

  /** How a node stands. */
  record NodeStatus(
      String node, boolean connected, List<Hold> holds, int sending, List<Standing> waiting) {}

  /** A run that the department withholds. */
  record Standing(
      UUID run, UUID channel, String service, String reason, String detail, Instant since) {}

  /** A run that sends. */
  record Sending(
      UUID run,
      UUID channel,
      String service,
      TransferMode mode,
      Subject subject,
      Instant since,
      Departure.Sent sent,
      RunTotals committed) {}

  /** What leaves a node. */
  record Outgoing(String node, List<Sending> sending, List<Departure.Line> left) {}

  /** What waits for approval. */
  record Pending(
      String node,
      String id,
      String reason,
      List<String> services,
      Subject subject,
      Instant since) {}

  /** What was decided. */
  record Decided(
      String node,
      String id,
      String state,
      String by,
      Instant at,
      Instant notAfter,
      Subject subject) {}

  static Answer status(List<LogicalNode> nodes) {
    StringBuilder text = new StringBuilder();
    List<NodeStatus> data = new ArrayList<>();
    for (LogicalNode node : nodes) {
      Gate gate = node.gate();
      List<Standing> waiting = gate.waiting().stream().map(Overview::standing).toList();
      int sending =
          (int) node.sources().stream().filter(it -> it.departure().since() != null).count();
      data.add(new NodeStatus(node.code(), node.connected(), gate.holds(), sending, waiting));
      line(
          text,
          "node %s: %s, %d sending, %d standing by",
          node.code(),
          node.connected() ? "connected to the broker" : "not connected to the broker",
          sending,
          waiting.size());
      for (Hold hold : gate.holds()) {
        line(
            text,
            "  stopped: %s, by %s, since %s%s",
            hold.what(),
            hold.by(),
            time(hold.since()),
            hold.note().isEmpty() ? "" : ": " + hold.note());
      }
      for (Standing it : waiting) {
        line(
            text,
            "  stands by: run %s of %s, %s since %s: %s",
            it.run(),
            it.service(),
            it.reason(),
            time(it.since()),
            it.detail());
      }
    }
    return new Answer(0, text.toString(), data);
  }

  private static Standing standing(Waiting it) {
    StartRun command = it.command();
    return new Standing(
        command.runId(),
        command.channelId(),
        command.serviceCode(),
        it.reason(),
        it.detail(),
        it.since());
  }

  static Answer outgoing(List<LogicalNode> nodes, int last) throws IOException {
    StringBuilder text = new StringBuilder();
    List<Outgoing> data = new ArrayList<>();
    for (LogicalNode node : nodes) {
      List<Sending> sending =
          node.sources().stream()
              .filter(it -> it.departure().since() != null)
              .map(Overview::sending)
              .toList();
      List<Departure.Line> left = new ArrayList<>();
      for (String kept : node.gate().journal().last(last)) {
        left.add(Json.read(kept.getBytes(StandardCharsets.UTF_8), Departure.Line.class));
      }
      data.add(new Outgoing(node.code(), sending, left));
      line(text, "node %s sends now: %s", node.code(), sending.isEmpty() ? "nothing" : "");
      for (Sending it : sending) {
        line(
            text,
            "  run %s of %s, %s, since %s",
            it.run(),
            it.service(),
            it.mode(),
            time(it.since()));
        line(
            text,
            "    sent %,d rows, %,d bytes in %,d frames; the target has committed %,d rows of the run",
            it.sent().rows(),
            it.sent().bytes(),
            it.sent().frames(),
            it.committed().rows());
        subject(text, it.subject());
      }
      line(text, "node %s, from its journal:", node.code());
      for (Departure.Line it : left) {
        line(
            text,
            "  %s %s %s to %s, service %s%s%s",
            time(it.at()),
            it.event(),
            it.table(),
            it.target(),
            it.service(),
            it.sent() == null
                ? ""
                : String.format(
                    Locale.ROOT, ", sent %,d rows, %,d bytes", it.sent().rows(), it.sent().bytes()),
            it.reason() == null ? "" : ", " + it.reason());
      }
    }
    return new Answer(0, text.toString(), data);
  }

  private static Sending sending(SourceSession session) {
    StartRun command = session.run().command();
    return new Sending(
        command.runId(),
        command.channelId(),
        command.serviceCode(),
        command.mode(),
        Subject.of(command),
        session.departure().since(),
        session.departure().sent(),
        session.run().current().totals());
  }

  static Answer pending(List<LogicalNode> nodes) {
    List<Pending> data = new ArrayList<>();
    for (LogicalNode node : nodes) {
      Map<String, Pending> byId = new LinkedHashMap<>();
      for (Waiting it : node.gate().waiting()) {
        if (it.reason().equals(Withheld.HELD) || it.reason().equals(Withheld.REFUSED)) {
          continue;
        }
        Subject subject = Subject.of(it.command());
        String service = it.command().serviceCode();
        byId.merge(
            subject.id(),
            new Pending(
                node.code(), subject.id(), it.reason(), List.of(service), subject, it.since()),
            Overview::together);
      }
      data.addAll(byId.values());
    }
    StringBuilder text = new StringBuilder();
    if (data.isEmpty()) {
      line(text, "nothing waits for approval");
    }
    for (Pending it : data) {
      line(
          text,
          "%s at node %s, %s since %s, service %s",
          it.id(),
          it.node(),
          it.reason(),
          time(it.since()),
          String.join(", ", it.services()));
      subject(text, it.subject());
    }
    return new Answer(0, text.toString(), data);
  }

  private static Pending together(Pending one, Pending other) {
    List<String> services = new ArrayList<>(one.services());
    other.services().stream().filter(it -> !services.contains(it)).forEach(services::add);
    return new Pending(one.node(), one.id(), one.reason(), services, one.subject(), one.since());
  }

  static Answer approvals(List<LogicalNode> nodes) throws IOException {
    StringBuilder text = new StringBuilder();
    List<Decided> data = new ArrayList<>();
    for (LogicalNode node : nodes) {
      Gate gate = node.gate();
      for (Gate.Listed it : gate.approvals()) {
        Decided decided = decided(node.code(), it, gate.now());
        data.add(decided);
        line(
            text,
            "%s at node %s: %s%s",
            it.id(),
            node.code(),
            decided.state(),
            decided.notAfter() == null
                ? ""
                : ", by " + decided.by() + ", until " + time(decided.notAfter()));
        if (decided.subject() != null) {
          subject(text, decided.subject());
        }
      }
      for (String id : gate.refusals()) {
        data.add(new Decided(node.code(), id, "refused", null, null, null, null));
        line(text, "%s at node %s: refused", id, node.code());
      }
    }
    if (data.isEmpty()) {
      line(text, "nothing was approved or refused");
    }
    return new Answer(0, text.toString(), data);
  }

  private static Decided decided(String node, Gate.Listed it, Instant now) {
    if (!it.genuine()) {
      return new Decided(node, it.id(), "altered", null, null, null, null);
    }
    return new Decided(
        node,
        it.id(),
        now.isBefore(it.approval().notAfter()) ? "approved" : "expired",
        it.approval().approvedBy(),
        it.approval().approvedAt(),
        it.approval().notAfter(),
        it.approval().subject());
  }

  private static void subject(StringBuilder text, Subject subject) {
    line(
        text,
        "    takes    %s.%s of data source %s",
        subject.schema(),
        subject.table(),
        subject.dataSource());
    line(
        text,
        "    columns  %s",
        subject.columns().stream().map(Overview::words).collect(Collectors.joining(", ")));
    line(
        text,
        "    rows     %s",
        subject.conditions().isEmpty()
            ? "all"
            : subject.conditions().stream()
                .map(Overview::words)
                .collect(Collectors.joining(" and ")));
    line(text, "    to node  %s, whose signing key has the fingerprint", subject.targetNode());
    line(text, "             %s", subject.targetSigningKey());
    if (subject.grantId() != null) {
      line(text, "    grant    %s", subject.grantId());
    }
  }

  private static String words(Subject.Column column) {
    return column.steps().isEmpty()
        ? column.name()
        : column.name()
            + " ("
            + column.steps().stream().map(Overview::words).collect(Collectors.joining(", "))
            + ")";
  }

  private static String words(MappingStep step) {
    return step.function() + (step.arguments().isEmpty() ? "" : " " + step.arguments());
  }

  private static String words(RowCondition condition) {
    return condition.column()
        + " "
        + condition.operator()
        + (condition.values().isEmpty() ? "" : " " + String.join(", ", condition.values()));
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
