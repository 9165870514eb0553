package org.govshare.node.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.govshare.node.run.RunFailure;
import org.govshare.node.run.SqlFailures;
import org.govshare.protocol.channel.ApplyMode;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.NodeKeys;
import org.govshare.protocol.crypto.OwnSeal;
import org.govshare.protocol.frame.FrameHeader;
import org.govshare.protocol.receipt.RowBalance;

/**
 * Writes the rows of a frame of which the database refuses some: halves the frame until each
 * refused row is alone, parks those and writes the others, within the caller's transaction.
 */
final class RowParker {
  /** Rows that a run is taken to have at least, so that its first bad row does not decide alone. */
  static final long LEAST_ROWS = 1_000;

  /** Where a change's operation is in its tuple: after the number of fields and the length. */
  private static final int OPERATION = 6;

  private final Connection connection;
  private final StartRun command;
  private final TableWriter table;
  private final RowWriter writer;
  private final ParkedRows parked;
  private final double share;
  private Boolean waiting;
  private boolean changed;
  private boolean waitForOthers;
  private RowBalance last = RowBalance.NONE;

  RowParker(
      Connection connection, StartRun command, TableWriter table, RowWriter writer, NodeKeys keys) {
    this.connection = connection;
    this.command = command;
    this.table = table;
    this.writer = writer;
    this.parked = new ParkedRows(connection, command, new OwnSeal(keys));
    Double percent = command.limits().badRowPercent();
    this.share = percent == null ? 0 : percent / 100;
  }

  /** Whether a row that another lane may make fit is not parked yet, but the frame refused. */
  void waitForOthers(boolean wait) {
    waitForOthers = wait;
  }

  /** Whether rows of other lanes are waited for that may mend it. */
  boolean waitsFor(SQLException refused) {
    return waitForOthers && SqlFailures.mayBeFreed(refused);
  }

  /** Whether a row that does not fit is parked; else it ends the run. */
  boolean parks() {
    return share > 0 && keyed() && !command.replaces();
  }

  /** The table's content is the source's: nothing that waits belongs there any more. */
  void replaced() throws SQLException {
    changed = parked.supersedeService() > 0;
  }

  private boolean keyed() {
    return !command.targetKeyColumns().isEmpty()
        && command.columns().stream()
            .map(MappedColumn::target)
            .collect(Collectors.toSet())
            .containsAll(command.targetKeyColumns());
  }

  /** Whatever this remembers of the database is gone with a rolled back transaction. */
  void rolledBack() {
    waiting = null;
    changed = false;
  }

  /** Whether the transaction has parked or settled rows; asked once, when it is committed. */
  boolean takeChange() {
    boolean taken = changed;
    changed = false;
    return taken;
  }

  /** All rows of a frame are applied: older versions of them that wait are over. */
  void applied(Arrival arrival) throws SQLException {
    if (waiting == null) {
      waiting = keyed() && parked.anyWaiting();
    }
    if (waiting) {
      FrameHeader header = arrival.frame().header();
      if (command.mode() == TransferMode.CAPTURE && arrival.rows()[OPERATION] == 'T') {
        changed = parked.supersedeAll() > 0;
        return;
      }
      Tuples rows = Tuples.of(arrival.rows(), header.plainLength(), header.rows());
      int[] key = writer.keyFields();
      List<byte[]> marks = new ArrayList<>(rows.rows());
      for (int row = 0; row < rows.rows(); row++) {
        marks.add(parked.mark(rows.fields(row, key)));
      }
      changed = parked.supersede(marks) > 0;
    }
  }

  /**
   * Writes what the database takes and parks the rest.
   *
   * @param before what the run's rows came to before this frame
   * @throws RunFailure when more rows than the share allows do not fit
   */
  RowBalance write(ApplyMode mode, Arrival arrival, RowBalance before) throws SQLException {
    FrameHeader header = arrival.frame().header();
    Tuples rows = Tuples.of(arrival.rows(), header.plainLength(), header.rows());
    writer.prepare(mode);
    Attempt attempt = new Attempt(mode, rows, allowed(before.rows() + rows.rows()), before);
    attempt.halve(0, rows.rows());
    attempt.again();
    return attempt.settle(header);
  }

  /**
   * At the end of a run every row has come: those that did not fit others are tried once more.
   *
   * @return what moves from parked to applied
   * @throws RunFailure when still more rows than the share allows do not fit
   */
  RowBalance end(RowBalance before) throws SQLException {
    if (before.parked() == 0) {
      return RowBalance.NONE;
    }
    table.holdDefinition();
    ApplyMode mode = table.hasKey() ? ApplyMode.UPSERT : ApplyMode.DIRECT;
    writer.prepare(mode);
    int mended = 0;
    long last = 0;
    for (List<ParkedRows.Waiting> some = parked.unfitOfRun(last);
        !some.isEmpty();
        some = parked.unfitOfRun(last)) {
      for (ParkedRows.Waiting row : some) {
        last = row.id();
        if (fits(mode, late(row.tuple()))) {
          parked.mended(row.id());
          changed = true;
          mended++;
        }
      }
    }
    long left = before.parked() - mended;
    if (left > share * before.rows()) {
      throw tooMany(left, before.rows(), null);
    }
    return new RowBalance(mended, -mended, 0);
  }

  /** A row of a copy that is written after the copy has ended is a change like others. */
  private byte[] late(byte[] tuple) {
    if (command.mode() == TransferMode.CAPTURE && tuple[OPERATION] == 'C') {
      tuple[OPERATION] = 'U';
    }
    return tuple;
  }

  private boolean fits(ApplyMode mode, byte[] tuple) throws SQLException {
    return tried(mode, tuple, 0, tuple.length, 1) == null;
  }

  private long allowed(long rows) {
    return (long) Math.floor(share * Math.max(rows, LEAST_ROWS));
  }

  private RunFailure tooMany(long bad, long rows, Refusal last) {
    return new RunFailure(
        "too-many-bad-rows",
        "of "
            + rows
            + " rows read "
            + bad
            + " or more do not fit; the service allows "
            + command.limits().badRowPercent()
            + " %"
            + (last == null ? "" : "; the last: " + last.words()));
  }

  /** Writes some rows, or leaves everything as it was and tells why the database refused one. */
  private SQLException tried(ApplyMode mode, byte[] bytes, int offset, int length, int rows)
      throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      writer.clear(mode);
      last = writer.write(mode, bytes, offset, length, rows);
      table.checkConstraints();
      connection.releaseSavepoint(before);
      return null;
    } catch (SQLException e) {
      if (!SqlFailures.ofRow(e) || waitsFor(e)) {
        throw e;
      }
      connection.rollback(before);
      connection.releaseSavepoint(before);
      return e;
    }
  }

  /** The writing of one frame. */
  private final class Attempt {
    private final ApplyMode mode;
    private final Tuples rows;
    private final long allowed;
    private final RowBalance before;
    private final List<byte[]> marks = new ArrayList<>();
    private final Map<String, Integer> latest = new HashMap<>();
    private final Map<Integer, SQLException> refused = new TreeMap<>();
    private RowBalance done = RowBalance.NONE;
    private long hopeless;

    private Attempt(ApplyMode mode, Tuples rows, long allowed, RowBalance before) {
      this.mode = mode;
      this.rows = rows;
      this.allowed = allowed;
      this.before = before;
      int[] key = writer.keyFields();
      for (int row = 0; row < rows.rows(); row++) {
        byte[] mark = parked.mark(rows.fields(row, key));
        marks.add(mark);
        latest.put(HexFormat.of().formatHex(mark), row);
      }
    }

    /** Writes the rows from one to before another, the refused ones left out. */
    private void halve(int from, int to) throws SQLException {
      SQLException failure =
          tried(mode, rows.bytes(), rows.start(from), rows.length(from, to), to - from);
      if (failure == null) {
        done = done.plus(last);
      } else if (to - from > 1) {
        int middle = (from + to) >>> 1;
        halve(from, middle);
        halve(middle, to);
      } else {
        single(from, failure);
      }
    }

    private void single(int row, SQLException failure) throws SQLException {
      SQLException left = failure;
      if (mode == ApplyMode.DIRECT && SqlFailures.uniqueViolation(failure) && table.hasKey()) {
        // Somebody else has put a row of this key into the table since it was found empty.
        writer.prepare(ApplyMode.UPSERT);
        left = tried(ApplyMode.UPSERT, rows.bytes(), rows.start(row), rows.length(row, row + 1), 1);
        if (left == null) {
          done = done.plus(last);
          return;
        }
      }
      refused.put(row, left);
      if (!SqlFailures.ofOthers(left)) {
        hopeless++;
      }
      if (before.parked() + hopeless > allowed) {
        throw tooMany(before.parked() + hopeless, before.rows() + rows.rows(), Refusal.of(left));
      }
    }

    /** A row that did not fit another one may fit when that one has been written. */
    private void again() throws SQLException {
      boolean progress = done.applied() > 0;
      while (progress) {
        progress = false;
        for (int row : List.copyOf(refused.keySet())) {
          if (SqlFailures.ofOthers(refused.get(row))
              && !overtaken(row)
              && tried(mode, rows.bytes(), rows.start(row), rows.length(row, row + 1), 1) == null) {
            done = done.plus(last);
            refused.remove(row);
            progress = true;
          }
        }
      }
    }

    private RowBalance settle(FrameHeader header) throws SQLException {
      changed = parked.supersede(marks) > 0;
      int kept = 0;
      int superseded = 0;
      for (Map.Entry<Integer, SQLException> entry : refused.entrySet()) {
        int row = entry.getKey();
        if (overtaken(row)) {
          superseded++;
        } else {
          parked.park(header, row, rows.row(row), marks.get(row), Refusal.of(entry.getValue()));
          keepFormer(row);
          waiting = true;
          changed = true;
          kept++;
        }
      }
      if (before.parked() + kept > allowed) {
        SQLException any = refused.values().iterator().next();
        throw tooMany(before.parked() + kept, before.rows() + rows.rows(), Refusal.of(any));
      }
      return done.plus(new RowBalance(0, kept, superseded));
    }

    private void keepFormer(int row) throws SQLException {
      Savepoint before = connection.setSavepoint();
      try {
        writer.parked(rows, row);
      } catch (SQLException e) {
        if (!SqlFailures.ofRow(e)) {
          throw e;
        }
        // The key itself does not fit, so nothing is there under it.
        connection.rollback(before);
      }
      connection.releaseSavepoint(before);
    }

    /** Whether the frame holds a later row of the same key. */
    private boolean overtaken(int row) {
      return latest.get(HexFormat.of().formatHex(marks.get(row))) > row;
    }
  }
}
