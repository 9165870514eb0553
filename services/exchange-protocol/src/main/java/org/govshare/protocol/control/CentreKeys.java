package org.govshare.protocol.control;

import java.util.List;

/**
 * Command that tells a node that was taken in by which keys it knows the centre. A node believes it
 * only if its registration code names the fingerprint of one of them.
 *
 * @param keys Ed25519 keys, base64 of X.509 SubjectPublicKeyInfo
 */
public record CentreKeys(List<String> keys) {
  /** Keys that are absent are none. */
  public CentreKeys {
    keys = keys == null ? List.of() : List.copyOf(keys);
  }
}
