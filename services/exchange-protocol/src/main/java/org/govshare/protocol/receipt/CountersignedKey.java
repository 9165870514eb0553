package org.govshare.protocol.receipt;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Collection;
import java.util.UUID;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.crypto.SigningKey;

/**
 * The centre's word that a node signs a channel's receipts with another key from a sequence on. In
 * a file of heads it is a line {@code key CHANNEL NODE BASE64 FROM-SEQUENCE KEY-ID SIGNATURE};
 * signed is {@code govshare-key-1}, a line feed, and the words from {@code CHANNEL} to {@code
 * FROM-SEQUENCE}, separated by one space.
 *
 * @param channel the channel
 * @param node code of the node
 * @param key its key, base64 of X.509 SubjectPublicKeyInfo
 * @param from sequence of the first receipt that it signed with it
 * @param keyId fingerprint of the centre's key, in hexadecimal
 * @param signature base64 of the centre's signature
 */
public record CountersignedKey(
    UUID channel, String node, String key, long from, String keyId, String signature) {
  private static final String MARK = "govshare-key-1\n";

  /** Signs a change. */
  public static CountersignedKey sign(
      SigningKey centre, UUID channel, String node, String key, long from) {
    return new CountersignedKey(
        channel,
        node,
        key,
        from,
        centre.keyId().toString(),
        Base64.getEncoder().encodeToString(centre.sign(content(channel, node, key, from))));
  }

  private static byte[] content(UUID channel, String node, String key, long from) {
    return (MARK + channel + " " + node + " " + key + " " + from).getBytes(StandardCharsets.UTF_8);
  }

  /** Whether one of the keys made the signature. */
  public boolean verified(Collection<PublicKey> keys) {
    byte[] content = content(channel, node, key, from);
    try {
      byte[] signed = Base64.getDecoder().decode(signature);
      return keys.stream().anyMatch(it -> PublicKeys.verify(it, content, signed));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The key.
   *
   * @throws ReceiptRefused when it is none of the suite
   */
  public ChainExport.NodeKey nodeKey(CryptoSuite suite) {
    return ChainExport.NodeKey.read("key " + node + " " + key + " " + from, suite);
  }

  /** Its line in a file of heads. */
  public String line() {
    return String.join(
        " ", "key", channel.toString(), node, key, Long.toString(from), keyId, signature);
  }

  /**
   * Reads a line; the signature is not checked.
   *
   * @throws ReceiptRefused when it is none
   */
  public static CountersignedKey read(String line) {
    String[] words = line == null ? new String[0] : line.strip().split(" ", -1);
    if (words.length != 7 || !words[0].equals("key")) {
      throw new ReceiptRefused("not a line of a key that a node changed to");
    }
    try {
      return new CountersignedKey(
          UUID.fromString(words[1]),
          words[2],
          words[3],
          Long.parseLong(words[4]),
          words[5],
          words[6]);
    } catch (IllegalArgumentException e) {
      throw new ReceiptRefused("a line of a key that is malformed");
    }
  }
}
