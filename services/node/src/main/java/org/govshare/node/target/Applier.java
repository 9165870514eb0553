package org.govshare.node.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.govshare.node.run.FailPoint;
import org.govshare.node.run.RunFailure;
import org.govshare.node.run.SessionContext;
import org.govshare.node.run.SqlFailures;
import org.govshare.protocol.channel.ApplyMode;
import org.govshare.protocol.channel.ChannelAnswer;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.frame.Epoch;
import org.govshare.protocol.frame.Frame;
import org.govshare.protocol.frame.FrameHeader;
import org.govshare.protocol.frame.FrameKind;
import org.govshare.protocol.frame.FrameOpener;
import org.govshare.protocol.frame.OpenBody;
import org.govshare.protocol.frame.RowFormat;
import org.govshare.protocol.frame.RunTotals;
import org.govshare.protocol.receipt.Receipt;
import org.govshare.protocol.receipt.RowBalance;

/**
 * Commits frames: each in one transaction that holds the channel's row, checks that the frame
 * continues what is committed, writes the rows, the inbox row with its receipt, and the channel's
 * row. One thread at a time.
 */
final class Applier {
  private final SessionContext context;
  private final StartRun command;
  private final Connection connection;
  private final ChannelStore store;
  private final TableWriter writer;
  private final ChangeWriter changes;
  private final RowParker parker;
  private final Shadow shadow;
  private final Clock clock;

  /** Applies on a connection without autocommit whose state schema is prepared. */
  Applier(SessionContext context, StartRun command, Connection connection, Clock clock) {
    this.context = context;
    this.command = command;
    this.connection = connection;
    this.store = new ChannelStore(connection, command.channelId());
    this.writer = new TableWriter(connection, command);
    this.changes = new ChangeWriter(connection, writer, command);
    this.parker =
        new RowParker(
            connection,
            command,
            writer,
            command.mode() == TransferMode.CAPTURE ? changes : writer,
            context.keys().of(command.suite()));
    this.shadow = new Shadow(connection, command);
    this.clock = clock;
  }

  /** What became of a frame. */
  sealed interface Outcome {
    /** Committed now; the receipt goes to the source. */
    record Committed(
        ChannelRow row, Receipt receipt, byte[] content, byte[] signature, boolean parked)
        implements Outcome {}

    /** Committed before; its receipt goes to the source again. */
    record Duplicate(byte[] content, byte[] signature) implements Outcome {}

    /** Of an epoch that has been replaced. */
    record Stale() implements Outcome {}

    /** Does not continue what is committed. */
    record Gap(Epoch epoch, String reason) implements Outcome {}
  }

  /** The channel's row, or null before its first opening. */
  ChannelRow row() throws SQLException {
    ChannelRow row = store.read();
    connection.commit();
    return row;
  }

  /** Mints an epoch for an OPEN frame; the same one is answered with the same epoch. */
  ChannelAnswer.Opened open(Frame frame) throws SQLException {
    OpenBody body = FrameOpener.openBody(frame);
    if (body.mode() != command.mode()) {
      throw new RunFailure("mode-mismatch", "the source opened the channel in mode " + body.mode());
    }
    try {
      requireSchema(frame.header().schemaHash());
      ChannelRow row = store.lock();
      if (row == null) {
        store.create(
            ChannelRow.fresh(
                command.channelId(), command.peerNode(), context.node(), command.runId()));
        row = store.lock();
      }
      requireEnds(row);
      if (!row.run().equals(command.runId())) {
        Shadow.forget(connection, List.of(row.channel()));
      }
      if (!row.openId().equals(body.openId())) {
        row = row.opened(body.openId(), command.runId());
        store.update(row);
      }
      byte[] position = row.sealedPosition();
      List<UUID> replaced = command.lane().replaced();
      if (!replaced.isEmpty()) {
        byte[] carried = store.takeOver(replaced);
        Shadow.forget(connection, replaced);
        position = row.lastSequence() == 0 ? carried : position;
      }
      FailPoint.EPOCH_BEFORE_COMMIT.pass();
      connection.commit();
      FailPoint.EPOCH_AFTER_COMMIT.pass();
      return new ChannelAnswer.Opened(
          row.channel(),
          row.openId(),
          row.run(),
          row.epoch(),
          row.lastSequence(),
          row.lastDigest(),
          row.lastReceipt(),
          position,
          row.totals(),
          row.complete(),
          row.applyMode());
    } catch (SQLException | RuntimeException e) {
      rollBack();
      throw e;
    }
  }

  /** Gives the receipts after one that the source holds. */
  void receiptsAfter(long held, long last, ChannelStore.ReceiptSink sink) throws SQLException {
    store.receipts(held + 1, last, sink);
    connection.commit();
  }

  /**
   * Commits a DATA or END frame, or finds that there is nothing to commit.
   *
   * @param last whether rows of other lanes that may be missing are not waited for any more
   */
  Outcome apply(Arrival arrival, boolean last) throws SQLException {
    parker.waitForOthers(!last);
    changes.waitForOthers(!last);
    try {
      return applyOnce(arrival, null, false);
    } catch (SQLException e) {
      rollBack();
      if (SqlFailures.uniqueViolation(e) && directNow()) {
        // Somebody else has put rows into the table since it was found empty.
        return applyAsUpsert(arrival);
      }
      return applyInParts(arrival, null, e);
    } catch (RuntimeException e) {
      rollBack();
      throw e;
    }
  }

  private Outcome applyAsUpsert(Arrival arrival) throws SQLException {
    try {
      return applyOnce(arrival, ApplyMode.UPSERT, false);
    } catch (SQLException e) {
      rollBack();
      return applyInParts(arrival, ApplyMode.UPSERT, e);
    } catch (RuntimeException e) {
      rollBack();
      throw e;
    }
  }

  /** Applies a frame of which the database has refused a row, if bad rows may be parked. */
  private Outcome applyInParts(Arrival arrival, ApplyMode forced, SQLException refused)
      throws SQLException {
    if (!SqlFailures.ofRow(refused) || !parker.parks() || parker.waitsFor(refused)) {
      throw refused;
    }
    try {
      return applyOnce(arrival, forced, true);
    } catch (SQLException | RuntimeException e) {
      rollBack();
      throw e;
    }
  }

  private boolean directNow() throws SQLException {
    ChannelRow row = row();
    return row != null
        && row.applyMode() != ApplyMode.UPSERT
        && !command.replaces()
        && command.mode() == TransferMode.FULL;
  }

  private Outcome applyOnce(Arrival arrival, ApplyMode forced, boolean inParts)
      throws SQLException {
    Frame frame = arrival.frame();
    FrameHeader header = frame.header();
    ChannelRow row = store.lock();
    Outcome nothing = nothingToCommit(row, frame);
    if (nothing != null) {
      connection.commit();
      return nothing;
    }
    requireEnds(row);
    ApplyMode mode = row.applyMode();
    RowBalance balance;
    if (header.kind() == FrameKind.DATA) {
      writer.holdDefinition();
      requireSchema(header.schemaHash());
      requireFormat(header);
      mode = forced != null ? forced : mode == ApplyMode.UNDECIDED ? decide() : mode;
      if (command.replaces()) {
        balance = shadow.write(header.epoch(), arrival.rows(), header.plainLength(), header.rows());
      } else if (inParts) {
        balance = parker.write(mode, arrival, row.balance());
      } else {
        RowWriter rows = command.mode() == TransferMode.CAPTURE ? changes : writer;
        balance = rows.write(mode, arrival.rows(), 0, header.plainLength(), header.rows());
        parker.applied(arrival);
      }
    } else {
      requireTotals(arrival, row);
      balance = command.replaces() ? replace(header, row) : parker.end(row.balance());
      if (command.mode() == TransferMode.CAPTURE) {
        writer.holdDefinition();
        changes.end();
      }
    }
    long bytes = header.kind() == FrameKind.DATA ? header.plainLength() : 0;
    long wireBytes = frame.bytes().length;
    RunTotals totals = row.totals().plus(header.rows(), bytes, wireBytes);
    Receipt receipt =
        new Receipt(
            command.suite(),
            header.kind(),
            command.peerNode(),
            context.node(),
            command.channelId(),
            command.runId(),
            header.epoch(),
            header.sequence(),
            header.rows(),
            bytes,
            wireBytes,
            totals,
            frame.digest(),
            row.lastReceipt(),
            clock.instant(),
            balance,
            row.balance().plus(balance));
    byte[] content = receipt.content();
    byte[] signature = context.keys().of(command.suite()).sign(content);
    store.add(receipt, header.sealedPosition(), content, signature);
    ChannelRow after =
        new ChannelRow(
            row.channel(),
            row.sourceNode(),
            row.targetNode(),
            row.epoch(),
            row.openId(),
            header.sequence(),
            frame.digest(),
            receipt.digest(),
            header.sealedPosition(),
            row.run(),
            header.kind() == FrameKind.END,
            mode,
            totals,
            receipt.runBalance());
    store.update(after);
    boolean end = header.kind() == FrameKind.END;
    (end ? FailPoint.END_BEFORE_COMMIT : FailPoint.ROWS_BEFORE_COMMIT).pass();
    connection.commit();
    (end ? FailPoint.END_AFTER_COMMIT : FailPoint.ROWS_AFTER_COMMIT).pass();
    return new Outcome.Committed(after, receipt, content, signature, parker.takeChange());
  }

  /** A lane has ended; the last one to do so makes the table's content what all have brought. */
  private RowBalance replace(FrameHeader header, ChannelRow row) throws SQLException {
    RowBalance balance = shadow.end(header.epoch(), row.balance());
    if (shadow.completesRun()) {
      writer.holdContent();
      requireSchema(header.schemaHash());
      shadow.replace();
      parker.replaced();
    }
    return balance;
  }

  /** The outcome of a frame that does not continue what is committed, else null. */
  private Outcome nothingToCommit(ChannelRow row, Frame frame) throws SQLException {
    FrameHeader header = frame.header();
    Epoch epoch = header.epoch();
    if (row == null) {
      return new Outcome.Gap(epoch, "the channel is not open");
    }
    if (epoch.counter() < row.epoch().counter()) {
      return new Outcome.Stale();
    }
    if (!epoch.equals(row.epoch())) {
      return new Outcome.Gap(epoch, "the epoch is not known");
    }
    if (header.sequence() <= row.lastSequence()) {
      Outcome.Duplicate[] stored = new Outcome.Duplicate[1];
      store.receipts(
          header.sequence(),
          header.sequence(),
          (content, signature) -> stored[0] = new Outcome.Duplicate(content, signature));
      return stored[0] == null ? new Outcome.Stale() : stored[0];
    }
    if (header.sequence() > row.lastSequence() + 1) {
      return new Outcome.Gap(
          epoch, "sequence " + header.sequence() + " comes after " + row.lastSequence());
    }
    if (!header.previous().equals(row.lastDigest())) {
      return new Outcome.Gap(epoch, "the frame does not name the digest of the one before it");
    }
    if (!header.run().equals(row.run()) || row.complete()) {
      return new Outcome.Gap(epoch, "the run is over");
    }
    return null;
  }

  private ApplyMode decide() throws SQLException {
    if (command.replaces()) {
      return ApplyMode.SHADOW;
    }
    return command.mode() == TransferMode.FULL
            && (writer.empty() || store.directBeside(command.lane().channels(), command.runId()))
        ? ApplyMode.DIRECT
        : ApplyMode.UPSERT;
  }

  private void requireSchema(Digest expected) throws SQLException {
    if (!writer.schemaHash().equals(expected)) {
      throw new RunFailure(
          "schema-drift",
          "the columns of table "
              + command.schema()
              + "."
              + command.table()
              + " are not the ones that the mapping was made for");
    }
  }

  private void requireFormat(FrameHeader header) {
    boolean changed = header.rowFormat() == RowFormat.POSTGRES_CHANGES;
    if (changed != (command.mode() == TransferMode.CAPTURE)) {
      throw new RunFailure(
          "mode-mismatch", "rows of format " + header.rowFormat() + " in mode " + command.mode());
    }
  }

  private void requireEnds(ChannelRow row) {
    UUID channel = row.channel();
    if (!row.sourceNode().equals(command.peerNode()) || !row.targetNode().equals(context.node())) {
      throw new RunFailure(
          "channel-mismatch", "channel " + channel + " belongs to other nodes in this database");
    }
  }

  private static void requireTotals(Arrival arrival, ChannelRow row) {
    RunTotals totals = row.totals();
    if (arrival.end().messages() != totals.messages()
        || arrival.end().rows() != totals.rows()
        || arrival.end().bytes() != totals.bytes()) {
      throw new RunFailure(
          "totals-differ",
          "the source counts " + arrival.end().rows() + " rows, committed are " + totals.rows());
    }
  }

  private void rollBack() {
    writer.rolledBack();
    changes.rolledBack();
    parker.rolledBack();
    try {
      connection.rollback();
    } catch (SQLException e) {
      // The connection is broken; whoever holds it will find out.
    }
  }
}
