package org.govshare.node.lease;

import java.util.UUID;

/** Rows may not be moved now, because the lease has ended or there is none. It may be renewed. */
public final class NotLeased extends RuntimeException {
  NotLeased(UUID channel) {
    super("channel " + channel + " has no lease in force");
  }
}
