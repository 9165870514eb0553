package org.govshare.node.control;

import org.govshare.node.database.DataSource;
import org.govshare.node.lease.LeaseRefused;
import org.govshare.node.lease.Leases;
import org.govshare.node.run.RunFailure;
import org.govshare.protocol.address.Addresses;
import org.govshare.protocol.control.StartRun;

/** Whether a run may begin: by the node's own lists, and by the lease that its command brings. */
final class Permissions {
  private final OpenTables tables;
  private final Leases leases;

  Permissions(OpenTables tables, Leases leases) {
    this.tables = tables;
    this.leases = leases;
  }

  /** What is to be said of a command that may not be obeyed, or null; nothing is changed. */
  RunFailure refusal(StartRun command) {
    try {
      permitted(command);
      leases.check(command);
      return null;
    } catch (LeaseRefused refused) {
      return new RunFailure(refused.reason(), refused.getMessage());
    } catch (RunFailure failure) {
      return failure;
    }
  }

  /**
   * The data source of a run that the node's own configuration permits.
   *
   * @throws RunFailure if it does not
   */
  DataSource permitted(StartRun command) {
    requireComplete(command);
    DataSource source =
        tables.allowed(command.side(), command.dataSource(), command.schema(), command.table());
    tables.requireCapture(command, source);
    return source;
  }

  private static void requireComplete(StartRun command) {
    if (command.columns().isEmpty()) {
      throw new RunFailure("mapping-empty", "the run maps no column");
    }
    try {
      Addresses.command(command.peerNode());
    } catch (IllegalArgumentException e) {
      throw new RunFailure("peer-unknown", "the run names no node at the other end");
    }
  }
}
