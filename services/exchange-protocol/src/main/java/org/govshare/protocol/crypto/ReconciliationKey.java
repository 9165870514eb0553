package org.govshare.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.KeyAgreement;

/**
 * The key of one reconciliation. Both nodes find it by themselves, from their own agreement key and
 * the other's (X25519, HKDF-SHA256 with the reconciliation's salt); whoever knows only the public
 * keys does not.
 *
 * @param inner first block of HMAC-SHA-256 under the key, in hexadecimal
 * @param outer second block, likewise
 */
public record ReconciliationKey(String inner, String outer) {
  private static final byte[] PURPOSE = "govshare reconciliation".getBytes(StandardCharsets.UTF_8);
  private static final int BLOCK = 64;
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  /**
   * The key that a node shares with another.
   *
   * @param peer the other's agreement key in suite {@code intl}, base64
   * @param salt the reconciliation's, base64
   * @throws CryptoFailure if that is no such key, or no salt
   */
  public static ReconciliationKey of(NodeKeys own, String peer, String salt) {
    try {
      KeyAgreement agreement = KeyAgreement.getInstance("X25519");
      agreement.init(own.agreementPrivate());
      agreement.doPhase(PublicKeys.agreementKey(CryptoSuite.INTL, peer), true);
      byte[] secret = agreement.generateSecret();
      byte[] key = Hkdf.derive(secret, Base64.getDecoder().decode(salt), PURPOSE);
      Arrays.fill(secret, (byte) 0);
      return new ReconciliationKey(block(key, INNER), block(key, OUTER));
    } catch (GeneralSecurityException | IllegalArgumentException | NullPointerException e) {
      throw new CryptoFailure("the key of a reconciliation cannot be made", e);
    }
  }

  private static String block(byte[] key, byte pad) {
    byte[] block = new byte[BLOCK];
    Arrays.fill(block, pad);
    for (int i = 0; i < key.length; i++) {
      block[i] ^= key[i];
    }
    return HexFormat.of().formatHex(block);
  }

  @Override
  public String toString() {
    return "ReconciliationKey";
  }
}
