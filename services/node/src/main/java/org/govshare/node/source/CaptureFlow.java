package org.govshare.node.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.govshare.node.capture.Installation;
import org.govshare.node.capture.Installer;
import org.govshare.node.capture.Readers;
import org.govshare.node.capture.Resent;
import org.govshare.node.capture.Snapshot;
import org.govshare.node.database.Connections;
import org.govshare.node.database.DataSource;
import org.govshare.node.database.TableName;
import org.govshare.node.run.FailPoint;
import org.govshare.protocol.control.StartRun;

/**
 * Reads what change capture delivers in a run: at first a copy of the table, then windows. A window
 * holds what the present snapshot sees and the one before did not, so that a transaction that
 * commits late falls into a later window and into no other. For each key that was written, a window
 * delivers the row as the snapshot has it.
 *
 * <p>A window that is taken up again after a break is read from a later snapshot, whose rows may be
 * newer than the window. What is newer is in the next window too, so the run goes on until it has
 * read a window in one snapshot; then the target is what that snapshot saw.
 */
final class CaptureFlow {
  private final DataSource dataSource;
  private final StartRun command;
  private final List<List<String>> resent;
  private final CaptureSnapshots snapshots;
  private final TableName table;
  private final Opened opened;
  private final RowReader.Chunks chunks;

  /** Told of each connection that rows are read from, so that it can be cut. */
  interface Opened {
    void reading(Connection connection) throws InterruptedException;
  }

  CaptureFlow(
      DataSource dataSource,
      StartRun command,
      List<List<String>> resent,
      CaptureSnapshots snapshots,
      Opened opened,
      RowReader.Chunks chunks) {
    this.dataSource = dataSource;
    this.command = command;
    this.resent = resent;
    this.snapshots = snapshots;
    this.table = new TableName(command.schema(), command.table());
    this.opened = opened;
    this.chunks = chunks;
  }

  /**
   * Reads to the end of a window that lies in one snapshot.
   *
   * @param from where to continue, or null to begin anew
   * @return the position after it
   */
  CapturePosition read(CapturePosition from) throws SQLException, InterruptedException {
    CapturePosition position = from;
    Kept kept = prepare(position);
    Installation installation = kept.installation();
    if (position == null || position.copied() != null) {
      position = copy(position, kept);
    }
    boolean resumed;
    do {
      resumed = position.upper() != null;
      position = window(position, installation);
    } while (resumed);
    return position;
  }

  /** What has been delivered need not be kept any longer. */
  static void delivered(DataSource dataSource, StartRun command, CapturePosition position)
      throws SQLException {
    try (Connection connection = Connections.installer(dataSource)) {
      TableName table = new TableName(command.schema(), command.table());
      Installation installation =
          new Installer(connection, table, command.keyColumns()).require(position.incarnation());
      keep(new Readers(connection, installation), command.channelId(), position);
      FailPoint.DELIVERED_BEFORE_COMMIT.pass();
      connection.commit();
      FailPoint.DELIVERED_AFTER_COMMIT.pass();
    }
  }

  private static void keep(Readers readers, UUID channel, CapturePosition position)
      throws SQLException {
    readers.delivered(channel, position.windows(), position.lower());
    readers.purge();
  }

  /**
   * What is kept for the channel.
   *
   * @param after everything that this snapshot does not see, or null where a position says it
   */
  private record Kept(Installation installation, Snapshot after) {}

  private Kept prepare(CapturePosition position) throws SQLException {
    try (Connection connection = Connections.installer(dataSource)) {
      CapturePlan plan = CapturePlan.of(connection, command);
      Installer installer = new Installer(connection, table, command.keyColumns());
      Installation installation;
      Snapshot after = null;
      if (position == null) {
        installation = installer.install(plan.keptColumns());
        after =
            new Readers(connection, installation)
                .begin(command.channelId(), plan.structure(), command.lane().channels());
      } else {
        installation = installer.require(position.incarnation());
        Readers readers = new Readers(connection, installation);
        readers.require(command.channelId(), position.windows(), plan.structure());
        new Resent(connection, installation)
            .add(command.channelId(), command.runId(), resent, plan.keyTypes());
        if (!command.capture().range().isEmpty()) {
          new ResentRange(connection, installation, plan).add();
        }
        keep(readers, command.channelId(), position);
      }
      new Readers(connection, installation)
          .keepOnly(command.serviceId(), command.capture().channels());
      FailPoint.CAPTURE_BEFORE_COMMIT.pass();
      connection.commit();
      FailPoint.CAPTURE_AFTER_COMMIT.pass();
      return new Kept(installation, after);
    }
  }

  private CapturePosition copy(CapturePosition from, Kept kept)
      throws SQLException, InterruptedException {
    try (Connection connection = reader(from == null ? kept.after() : from.lower())) {
      CapturePlan plan = CapturePlan.of(connection, command);
      CapturePosition position = from;
      if (position == null) {
        position =
            CapturePosition.begin(
                kept.installation().incarnation(), CaptureSnapshots.of(connection));
        mark(plan.mark(CapturePlan.BEGIN, 0), position);
      }
      CapturePosition started = position;
      plan.plan().values().bind(connection);
      List<String> after = started.copied();
      for (int i = 0; i < after.size(); i++) {
        RowReader.set(connection, "govshare.position_" + i, after.get(i));
      }
      RowReader.copy(
          connection,
          plan.copy(!after.isEmpty()),
          plan.plan().extraFields(),
          plan.copyFields(),
          plan.plan().positionTypes(),
          placed(key -> started.copied(key)));
      connection.rollback();
      return started.whole();
    }
  }

  private CapturePosition window(CapturePosition from, Installation installation)
      throws SQLException, InterruptedException {
    try (Connection connection = reader(from.upper() != null ? from.upper() : from.lower())) {
      CapturePlan plan = CapturePlan.of(connection, command);
      Snapshot upper = from.upper() != null ? from.upper() : CaptureSnapshots.of(connection);
      plan.plan().values().bind(connection);
      RowReader.set(connection, "govshare.lower", from.lower().text());
      RowReader.set(connection, "govshare.upper", upper.text());
      RowReader.set(connection, "govshare.channel", command.channelId().toString());
      long after = from.after();
      long truncated = truncated(connection, plan.truncated(installation));
      if (truncated > after) {
        // Keys that were written before it are gone, or were written again after it.
        after = truncated;
        mark(plan.mark(CapturePlan.TRUNCATE, truncated), from.within(upper, after));
      }
      RowReader.set(connection, "govshare.after", Long.toString(after));
      RowReader.copy(
          connection,
          plan.window(installation),
          1,
          new int[] {0},
          List.of(KeyType.BIGINT),
          placed(change -> from.within(upper, Long.parseLong(change.getFirst()))));
      connection.rollback();
      return from.within(upper, after).next();
    }
  }

  private Connection reader(Snapshot notBefore) throws SQLException, InterruptedException {
    Connection connection = snapshots.reader(command, dataSource, notBefore);
    opened.reading(connection);
    return connection;
  }

  private void mark(byte[] tuple, CapturePosition position) throws InterruptedException {
    Chunk chunk = chunks.next();
    chunk.add(tuple, 0, tuple.length, 0);
    chunk.place(position.encode());
    chunks.full(chunk);
  }

  private interface Place {
    CapturePosition after(List<String> last);
  }

  private RowReader.Chunks placed(Place place) {
    return new RowReader.Chunks() {
      @Override
      public Chunk next() throws InterruptedException {
        return chunks.next();
      }

      @Override
      public void full(Chunk chunk) throws InterruptedException {
        chunk.place(place.after(chunk.position()).encode());
        chunks.full(chunk);
      }

      @Override
      public void unused(Chunk chunk) {
        chunks.unused(chunk);
      }
    };
  }

  private static long truncated(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
