package org.govshare.node.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.govshare.node.capture.Snapshot;
import org.govshare.node.database.Connections;
import org.govshare.node.database.DataSource;
import org.govshare.protocol.control.StartRun;

/**
 * Snapshots that the lanes of a run of change capture read in. The first lane that asks takes one,
 * and each other lane that has not read in it joins it: lanes that nobody interrupts copy the table
 * in one snapshot and end their windows with one. A lane that asks again takes the next. What a
 * lane is given is never older than what it was given before.
 */
final class CaptureSnapshots implements AutoCloseable {
  private final Map<UUID, Group> groups = new HashMap<>();

  /**
   * A reader for a lane.
   *
   * @param notBefore what its snapshot must see, or null
   */
  Connection reader(StartRun command, DataSource source, Snapshot notBefore) throws SQLException {
    if (!command.lane().shared()) {
      return Connections.reader(source);
    }
    Group group = group(command);
    synchronized (group) {
      return group.reader(command, source, notBefore);
    }
  }

  /** The snapshot of a reader. */
  static Snapshot of(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT pg_catalog.pg_current_snapshot()::text");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return Snapshot.parse(rows.getString(1));
    }
  }

  private synchronized Group group(StartRun command) {
    Group known = groups.get(command.lane().group());
    if (known != null && known.run.equals(command.runId())) {
      return known;
    }
    if (known != null) {
      known.end();
    }
    Group group = new Group(command.runId());
    groups.put(command.lane().group(), group);
    return group;
  }

  @Override
  public synchronized void close() {
    groups.values().forEach(Group::end);
    groups.clear();
  }

  /** The lanes of one run to one target. Its methods but the last are called under its monitor. */
  private static final class Group {
    private final UUID run;
    private final Set<Integer> joined = new HashSet<>();
    private volatile ExportedSnapshot latest;

    private Group(UUID run) {
      this.run = run;
    }

    private Connection reader(StartRun command, DataSource source, Snapshot notBefore)
        throws SQLException {
      if (latest == null || latest.closed() || joined.contains(command.lane().number())) {
        take(source);
      }
      Connection reader = latest.reader();
      try {
        if (notBefore != null && !of(reader).covers(notBefore)) {
          reader.close();
          take(source);
          reader = latest.reader();
        }
      } catch (SQLException e) {
        reader.close();
        throw e;
      }
      joined.add(command.lane().number());
      if (joined.size() == command.lane().count()) {
        latest.close();
      }
      return reader;
    }

    private void take(DataSource source) throws SQLException {
      end();
      joined.clear();
      latest = ExportedSnapshot.take(source);
    }

    private void end() {
      ExportedSnapshot last = latest;
      if (last != null) {
        last.close();
      }
    }
  }
}
