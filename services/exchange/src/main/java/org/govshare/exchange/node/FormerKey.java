package org.govshare.exchange.node;

import java.time.Instant;
import org.govshare.protocol.crypto.CryptoSuite;

/**
 * Keys in whose place a node has put others.
 *
 * @param keyId fingerprint of the Ed25519 key, in hexadecimal
 * @param signingKey the Ed25519 key, base64 of X.509 SubjectPublicKeyInfo
 * @param gmSigningKey the SM2 key, likewise, or null
 * @param replacedAt until when they were the node's
 */
public record FormerKey(String keyId, String signingKey, String gmSigningKey, Instant replacedAt) {

  /** The signing key of a suite, or {@code null} if there is none. */
  public String signingKey(CryptoSuite suite) {
    return suite == CryptoSuite.INTL ? signingKey : gmSigningKey;
  }
}
