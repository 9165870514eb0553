package org.govshare.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * A text for one node, in the suite of the node's key: a data key wrapped for it, and the text
 * encrypted with that key. Whoever carries it cannot read it.
 *
 * @param key the wrapped data key, base64
 * @param content ciphertext and tag, base64
 */
public record SealedForNode(String key, String content) {
  // Each key encrypts one text.
  private static final byte[] NONCE = new byte[12];

  /**
   * Seals a text.
   *
   * @param receiver the node's agreement key
   * @param context what it belongs to; opening needs the same
   */
  public static SealedForNode seal(PublicKey receiver, String context, String text) {
    byte[] associated = context.getBytes(StandardCharsets.UTF_8);
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    byte[] sealed = new byte[content.length + Aead.TAG];
    DataKeyBlock key = DataKeyBlock.create(receiver, associated);
    key.cipher().seal(NONCE, associated, associated.length, content, content.length, sealed, 0);
    Base64.Encoder base64 = Base64.getEncoder();
    return new SealedForNode(base64.encodeToString(key.block()), base64.encodeToString(sealed));
  }

  /**
   * Opens it with the node's keys.
   *
   * @throws CryptoFailure if it was made for another node or context, or was altered
   */
  public String open(NodeKeys receiver, String context) {
    try {
      byte[] associated = context.getBytes(StandardCharsets.UTF_8);
      byte[] sealed = Base64.getDecoder().decode(content);
      byte[] opened = new byte[sealed.length];
      int length =
          DataKeyBlock.open(receiver, Base64.getDecoder().decode(key), associated)
              .cipher()
              .open(NONCE, associated, associated.length, sealed, 0, sealed.length, opened);
      return new String(Arrays.copyOf(opened, length), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new CryptoFailure("not a sealed text", e);
    }
  }
}
