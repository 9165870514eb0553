package org.govshare.node.control;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.govshare.node.broker.BrokerUnavailable;
import org.govshare.node.database.DataSource;
import org.govshare.protocol.control.InventoryDataSource;
import org.govshare.protocol.control.InventoryReported;
import org.jboss.logging.Logger;

/** Reports what can be read at once, and all of it when every data source can be read. */
final class InventoryReport implements Background.Task {
  private static final Logger LOG = Logger.getLogger(InventoryReport.class);

  private final String node;
  private final OpenTables tables;
  private final Events events;
  private final Clock clock;
  private boolean reported;

  InventoryReport(String node, OpenTables tables, Events events, Clock clock) {
    this.node = node;
    this.tables = tables;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public void run() throws BrokerUnavailable, InterruptedException, SQLException {
    List<InventoryDataSource> found = new ArrayList<>();
    SQLException unreachable = null;
    for (DataSource source : tables.dataSources()) {
      try {
        found.add(Inventory.of(source));
      } catch (SQLException e) {
        LOG.warnf("node=%s data source %s cannot be read: %s", node, source.code(), e.getMessage());
        unreachable = e;
      }
    }
    if (unreachable == null || !reported) {
      events.publish(InventoryReported.of(clock.instant(), found));
      reported = true;
    }
    if (unreachable != null) {
      throw unreachable;
    }
  }
}
