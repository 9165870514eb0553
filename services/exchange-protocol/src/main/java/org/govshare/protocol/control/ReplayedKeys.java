package org.govshare.protocol.control;

import java.util.UUID;
import org.govshare.protocol.crypto.SealedForNode;

/**
 * The only rows that a run reads, by their keys.
 *
 * @param sealed their keys, sealed for the source's node: JSON, a list of keys, each a list of
 *     texts in the order of the key's columns; null at the target, and where there are none
 * @param named whether somebody has named these keys, so that the centre has sealed them; otherwise
 *     they are those of parked rows, and the target has
 */
public record ReplayedKeys(SealedForNode sealed, boolean named) {

  /** What keys that somebody has named are bound to, whatever the mode of the run. */
  public static String context(UUID runId) {
    return "named keys " + runId;
  }
}
