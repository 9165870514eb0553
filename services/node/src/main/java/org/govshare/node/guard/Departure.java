package org.govshare.node.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.govshare.node.state.Json;
import org.govshare.node.state.OutgoingJournal;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.frame.RunTotals;

/**
 * What one session of a run sends out of the node. Every frame passes here; the journal has a line
 * when it begins and one when it ends, and nothing is sent before the first of them is on disk.
 */
public final class Departure {
  /** The journal's word for a session that begins to send. */
  public static final String STARTED = "STARTED";

  /** The journal's word for one that the provider has stopped. */
  public static final String WITHHELD = "WITHHELD";

  /** The journal's word for one that ended with the agent, or with its lease. */
  public static final String SHUT_DOWN = "SHUT_DOWN";

  private final Gate gate;
  private final OutgoingJournal journal;
  private final Clock clock;
  private final StartRun command;
  private volatile Instant since;
  // Guarded by this.
  private Sent sent = new Sent(0, 0, 0, 0);
  // Written by the session's thread and by the one that sends, never at once.
  private volatile Instant until = Instant.MIN;
  private volatile long seen = -1;

  Departure(Gate gate, OutgoingJournal journal, Clock clock, StartRun command) {
    this.gate = gate;
    this.journal = journal;
    this.clock = clock;
    this.command = command;
  }

  /**
   * What has been sent, repeats after breaks included.
   *
   * @param frames frames
   * @param rows their rows
   * @param bytes their bytes before compression
   * @param wireBytes bytes of the frames
   */
  public record Sent(long frames, long rows, long bytes, long wireBytes) {}

  /**
   * A line of the journal.
   *
   * @param at when
   * @param event {@code STARTED}, {@code COMPLETED}, {@code FAILED}, {@code STOPPED}, {@code
   *     WITHHELD} or {@code SHUT_DOWN}
   * @param run the run
   * @param channel its channel
   * @param service code of the service
   * @param grant the grant, or null
   * @param mode what is transferred
   * @param dataSource code of the data source
   * @param table the table with its schema
   * @param columns its columns that leave
   * @param conditions SHA-256 of the row conditions; null if all rows leave
   * @param target who receives them
   * @param sent what was sent since the session began; null in its first line
   * @param committedRows rows of the run that the target has given receipts for, earlier sessions
   *     included; null in the first line
   * @param committedBytes their bytes before compression, likewise
   * @param reason why it ended so, or null
   */
  public record Line(
      Instant at,
      String event,
      UUID run,
      UUID channel,
      String service,
      UUID grant,
      TransferMode mode,
      String dataSource,
      String table,
      List<String> columns,
      String conditions,
      String target,
      Sent sent,
      Long committedRows,
      Long committedBytes,
      String reason) {}

  /**
   * Whether the run may send now.
   *
   * @throws Withheld if not
   */
  public void admit() throws IOException {
    seen = gate.decisions();
    until = gate.admit(command);
  }

  /** It begins to send, if it had not. */
  public void begin() throws IOException {
    if (since == null) {
      Instant now = clock.instant();
      journal.add(Json.write(line(now, STARTED, null, null, null)));
      since = now;
    }
  }

  /**
   * Sends a frame.
   *
   * @throws Withheld if it may not leave any more
   */
  public <T> T leave(long rows, long bytes, int wireBytes, Supplier<T> send) throws IOException {
    gate.passing().readLock().lock();
    try {
      if (seen != gate.decisions() || !clock.instant().isBefore(until)) {
        admit();
      }
      synchronized (this) {
        sent =
            new Sent(
                sent.frames() + 1,
                sent.rows() + rows,
                sent.bytes() + bytes,
                sent.wireBytes() + wireBytes);
      }
      return send.get();
    } finally {
      gate.passing().readLock().unlock();
    }
  }

  /** It ends, if it had begun. */
  public void end(String event, RunTotals committed, String reason) throws IOException {
    if (since == null) {
      return;
    }
    journal.add(Json.write(line(clock.instant(), event, sent(), committed, reason)));
    synchronized (this) {
      sent = new Sent(0, 0, 0, 0);
    }
    since = null;
  }

  /** What has been sent since it began. */
  public synchronized Sent sent() {
    return sent;
  }

  /** Since when it sends; null if it does not. */
  public Instant since() {
    return since;
  }

  private Line line(Instant at, String event, Sent sentNow, RunTotals committed, String reason) {
    return new Line(
        at,
        event,
        command.runId(),
        command.channelId(),
        command.serviceCode(),
        command.grantId(),
        command.mode(),
        command.dataSource(),
        command.schema() + "." + command.table(),
        command.columns().stream().map(column -> column.source()).toList(),
        command.filter().isEmpty()
            ? null
            : Digest.sha256(Json.write(command.filter()).getBytes(StandardCharsets.UTF_8))
                .toString(),
        command.peerNode(),
        sentNow,
        committed == null ? null : committed.rows(),
        committed == null ? null : committed.bytes(),
        reason);
  }
}
