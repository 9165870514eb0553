package org.govshare.exchange.reconciliation;

import java.util.List;
import java.util.UUID;

/**
 * What rows are held to: those that have not changed since a run began must be at the target.
 *
 * @param run the service's last complete run, or null if there is none
 * @param channels the target's channels in it
 */
record BaseRun(UUID run, List<UUID> channels) {
  static final BaseRun NONE = new BaseRun(null, List.of());
}
