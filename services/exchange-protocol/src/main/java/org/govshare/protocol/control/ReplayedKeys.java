package org.govshare.protocol.control;

import org.govshare.protocol.crypto.SealedForNode;

/**
 * Which parked rows a run tries again.
 *
 * @param sealed their keys, sealed for the source's node: JSON, a list of keys, each a list of
 *     texts in the order of the key's columns; null at the target, and where there are none
 */
public record ReplayedKeys(SealedForNode sealed) {}
