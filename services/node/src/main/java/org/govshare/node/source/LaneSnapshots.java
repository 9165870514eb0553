package org.govshare.node.source;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.govshare.node.database.Connections;
import org.govshare.node.database.DataSource;
import org.govshare.node.run.FailPoint;
import org.govshare.node.state.LaneBounds;
import org.govshare.node.state.NodeState;
import org.govshare.protocol.control.Lane;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;

/**
 * What the lanes of a run share at its source. The first lane of a full copy that reads exports its
 * snapshot and finds the bounds between the lanes' ranges in it; the others read in that snapshot.
 * A lane that resumes reads in a snapshot of its own, within the same bounds.
 */
public final class LaneSnapshots implements AutoCloseable {
  private final NodeState disk;
  private final Map<UUID, Group> groups = new HashMap<>();
  private final CaptureSnapshots captured = new CaptureSnapshots();

  /** For one node. */
  public LaneSnapshots(NodeState disk) {
    this.disk = disk;
  }

  /** What the lanes of change capture read in. */
  CaptureSnapshots captured() {
    return captured;
  }

  /** Opens a reader for a run's channel, which starts after a position or, with null, anew. */
  LaneReading open(StartRun command, DataSource source, ReadPlan plan, List<String> from)
      throws SQLException, IOException {
    Lane lane = command.lane();
    if (!lane.shared()) {
      return new LaneReading(Connections.reader(source), plan, from);
    }
    if (command.mode() == TransferMode.INCREMENT) {
      return new LaneReading(Connections.reader(source), plan.hashed(lane), from);
    }
    Group group = group(command);
    synchronized (group) {
      return group.open(command, source, plan, from);
    }
  }

  private synchronized Group group(StartRun command) {
    Group known = groups.get(command.lane().group());
    if (known != null && known.run.equals(command.runId())) {
      return known;
    }
    if (known != null) {
      known.close();
    }
    Group group = new Group(command.runId());
    groups.put(command.lane().group(), group);
    return group;
  }

  @Override
  public synchronized void close() {
    captured.close();
    groups.values().forEach(Group::close);
    groups.clear();
  }

  /** The lanes of one run to one target. Its methods but the last are called under its monitor. */
  private final class Group {
    private final UUID run;
    private final Set<Integer> joined = new HashSet<>();
    private volatile ExportedSnapshot shared;

    private Group(UUID run) {
      this.run = run;
    }

    private LaneReading open(StartRun command, DataSource source, ReadPlan plan, List<String> from)
        throws SQLException, IOException {
      Lane lane = command.lane();
      LaneBounds bounds = bounds(command, source, plan);
      int index = lane.number() - 1;
      boolean beyond = index > bounds.bounds().size();
      List<String> after =
          from != null || beyond || index == 0 ? from : bounds.bounds().get(index - 1);
      List<String> upTo = index < bounds.bounds().size() ? bounds.bounds().get(index) : null;
      ReadPlan part = beyond ? plan.nothing() : upTo == null ? plan : plan.upTo(upTo);
      boolean together = from == null && !joined.contains(lane.number());
      Connection connection = together ? export(source).reader() : Connections.reader(source);
      joined.add(lane.number());
      if (joined.size() == lane.count()) {
        close();
      }
      return new LaneReading(connection, part, after);
    }

    private LaneBounds bounds(StartRun command, DataSource source, ReadPlan plan)
        throws SQLException, IOException {
      UUID key = command.lane().group();
      LaneBounds known = disk.laneBounds(key);
      if (known != null && known.run().equals(run) && known.count() == command.lane().count()) {
        return known;
      }
      List<List<String>> keys;
      try {
        keys = plan.bounds(export(source).holder(), command.lane().count());
      } catch (SQLException e) {
        close();
        throw e;
      }
      LaneBounds found = new LaneBounds(run, command.lane().count(), keys);
      FailPoint.LANES_BEFORE_SAVE.pass();
      disk.save(key, found);
      FailPoint.LANES_AFTER_SAVE.pass();
      return found;
    }

    private ExportedSnapshot export(DataSource source) throws SQLException {
      if (shared == null || shared.closed()) {
        shared = ExportedSnapshot.take(source);
      }
      return shared;
    }

    private void close() {
      ExportedSnapshot snapshot = shared;
      if (snapshot != null) {
        snapshot.close();
      }
    }
  }
}
