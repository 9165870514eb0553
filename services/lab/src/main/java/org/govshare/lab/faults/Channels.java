package org.govshare.lab.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.RunOrder;
import org.govshare.protocol.control.RunLimits;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.receipt.Receipt;

/** The channels of a service of the campaign: one for each of its targets and lanes. */
final class Channels {

  private final ExchangeBed bed;
  private final RunOrder order;

  private Channels(ExchangeBed bed, RunOrder order) {
    this.bed = bed;
    this.order = order;
  }

  /** Channels from the bed's table to tables of the target, with so many lanes to each. */
  static Channels open(
      ExchangeBed bed,
      TransferMode mode,
      CryptoSuite suite,
      int lanes,
      List<String> targets,
      RunLimits limits)
      throws Exception {
    List<RunOrder.Destination> destinations = new ArrayList<>();
    for (String target : targets) {
      List<UUID> channels = new ArrayList<>();
      for (int lane = 0; lane < lanes; lane++) {
        channels.add(bed.openChannel());
      }
      destinations.add(new RunOrder.Destination(target, channels));
    }
    UUID service = UUID.randomUUID();
    return new Channels(
        bed, new RunOrder(service, mode, suite, limits, ExchangeBed.TABLE, destinations, false));
  }

  /** Starts a run on all of them. */
  UUID start() throws IOException {
    return bed.startRun(order);
  }

  /** How many lanes each target has. */
  int lanes() {
    return order.destinations().getFirst().lanes().size();
  }

  /** Receipts that the centre has of all of them; grows with every frame that gets through. */
  long receipts() {
    long receipts = 0;
    for (UUID channel : order.channels()) {
      Receipt last = bed.centre().lastReceipt(channel);
      receipts += last == null ? 0 : last.sequence();
    }
    return receipts;
  }

  /** Rows that a run has brought so far, over all of them. */
  long rows(UUID run) {
    long rows = 0;
    for (UUID channel : order.channels()) {
      Receipt last = bed.centre().lastReceipt(channel);
      rows += last == null || !last.run().equals(run) ? 0 : last.runTotals().rows();
    }
    return rows;
  }

  /** Rows that were parked and wait. */
  long parked(Connection target) throws SQLException {
    long parked = 0;
    for (UUID channel : order.channels()) {
      parked += Parked.waiting(target, channel);
    }
    return parked;
  }

  /** Receipts that are missing, unsigned, or do not follow the one before. */
  List<String> broken() throws IOException {
    List<String> broken = new ArrayList<>();
    for (UUID channel : order.channels()) {
      Receipt last = bed.centre().lastReceipt(channel);
      if (last == null) {
        broken.add("a channel without a receipt");
        continue;
      }
      broken.addAll(
          bed.centre()
              .brokenReceipts(
                  channel,
                  bed.signingKey(Side.SOURCE, order.suite()),
                  bed.signingKey(Side.TARGET, order.suite()),
                  last.sequence()));
    }
    return broken;
  }

  /** What they are, in words. */
  String described() {
    return order.suite().name().toLowerCase(java.util.Locale.ROOT)
        + ", lanes "
        + lanes()
        + ", targets "
        + order.destinations().size();
  }
}
