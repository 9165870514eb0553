package org.govshare.node.control;

import java.io.IOException;
import java.time.Instant;
import org.govshare.node.lease.LeaseRefused;
import org.govshare.node.lease.Leases;
import org.govshare.node.lease.Orders;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.DigestFailed;
import org.govshare.protocol.control.NodeEvent;
import org.govshare.protocol.control.ParkedSealed;
import org.govshare.protocol.control.ParkedShown;
import org.govshare.protocol.control.SealParked;
import org.govshare.protocol.control.ShowParked;
import org.govshare.protocol.control.TrialFailed;
import org.govshare.protocol.control.TryRun;

/** What is said to commands that the centre has not signed, or whose time is over. */
final class Refusals {
  private Refusals() {}

  /** The answer to a command that is refused; null to one that is not answered. */
  static NodeEvent answer(Orders.Opened opened, Instant at) throws IOException {
    LeaseRefused why = opened.refused();
    return switch (opened.type()) {
      case "ComputeDigest" -> {
        ComputeDigest asked = Json.read(opened.payload(), ComputeDigest.class);
        yield new DigestFailed(
            DigestFailed.TYPE,
            at,
            asked.reconciliationId(),
            asked.runId(),
            asked.side(),
            why.reason(),
            why.getMessage());
      }
      case "TryRun" -> {
        TryRun asked = Json.read(opened.payload(), TryRun.class);
        yield new TrialFailed(
            TrialFailed.TYPE, at, asked.trialId(), asked.side(), why.reason(), why.getMessage());
      }
      case "ShowParked" -> {
        ShowParked asked = Json.read(opened.payload(), ShowParked.class);
        yield new ParkedShown(ParkedShown.TYPE, at, asked.showingId(), null, why.reason());
      }
      case "SealParked" -> {
        SealParked asked = Json.read(opened.payload(), SealParked.class);
        // Its run goes on waiting: the centre asks again as long as the keys are missing.
        yield why.reason().equals(Leases.ENDED)
            ? null
            : new ParkedSealed(
                ParkedSealed.TYPE, at, asked.runId(), asked.channelId(), 0, null, why.reason());
      }
      default -> null;
    };
  }
}
