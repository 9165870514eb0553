package org.govshare.protocol.control;

import java.time.Instant;

/** Body of what a node tells the exchange service. {@code type} is the record's name. */
public sealed interface NodeEvent
    permits NodeStarted,
        InventoryReported,
        RunProgress,
        DigestComputed,
        DigestFailed,
        ParkedRowsReported,
        ParkedShown,
        ParkedSealed,
        SchemaDrifted,
        RunWithheld,
        RunReleased,
        TrialDone,
        TrialFailed,
        RunStandsBy,
        KeysChanged,
        EnrolmentRequested {
  /** Name of the record, for reading it back. */
  String type();

  /** When the node made it. */
  Instant at();
}
