package org.govshare.protocol.receipt;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.UUID;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.crypto.SigningKey;

/**
 * The head of a channel's receipts at some time, with the centre's signature. Whoever keeps one can
 * show later that nothing up to it was rewritten, and that nothing before it was cut off.
 *
 * <p>Signed are, big-endian: {@code GSH1}, channel, sequence, digest of the receipt there, and
 * microseconds since 1970. A file of heads is UTF-8 text, {@value #FIRST_LINE} and then a line for
 * each:
 *
 * <pre>
 *   head CHANNEL SEQUENCE DIGEST TIME KEY-ID SIGNATURE
 * </pre>
 *
 * @param channel the channel
 * @param sequence its number in the channel
 * @param digest digest of the receipt there
 * @param signedAt when the centre signed, to the microsecond
 * @param keyId fingerprint of the key that signed, in hexadecimal
 * @param signature the signature
 */
public record CountersignedHead(
    UUID channel, long sequence, Digest digest, Instant signedAt, String keyId, byte[] signature) {
  /** The first line of a file of heads. */
  public static final String FIRST_LINE = "govshare-heads 1";

  private static final int MAGIC = 0x47534831;
  private static final int LENGTH = 4 + 16 + 8 + Digest.LENGTH + 8;

  /** Cuts the time to what is signed. */
  public CountersignedHead {
    signedAt = signedAt.truncatedTo(ChronoUnit.MICROS);
    signature = signature.clone();
    if (sequence < 1) {
      throw new IllegalArgumentException("sequences begin with 1");
    }
  }

  /** Signs a head. */
  public static CountersignedHead sign(
      SigningKey key, UUID channel, long sequence, Digest digest, Instant at) {
    Instant cut = at.truncatedTo(ChronoUnit.MICROS);
    return new CountersignedHead(
        channel,
        sequence,
        digest,
        cut,
        key.keyId().toString(),
        key.sign(content(channel, sequence, digest, cut)));
  }

  private static byte[] content(UUID channel, long sequence, Digest digest, Instant at) {
    return ByteBuffer.allocate(LENGTH)
        .putInt(MAGIC)
        .putLong(channel.getMostSignificantBits())
        .putLong(channel.getLeastSignificantBits())
        .putLong(sequence)
        .put(digest.bytes())
        .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
        .array();
  }

  /** A copy of the signature. */
  @Override
  public byte[] signature() {
    return signature.clone();
  }

  /** Whether one of the keys made the signature. */
  public boolean verified(Collection<PublicKey> keys) {
    byte[] content = content(channel, sequence, digest, signedAt);
    return keys.stream().anyMatch(key -> PublicKeys.verify(key, content, signature));
  }

  /** The place in the chain that it stands for. */
  public ChainCheck.Head head() {
    return new ChainCheck.Head(sequence, digest);
  }

  /** Its line in a file of heads. */
  public String line() {
    return String.join(
        " ",
        "head",
        channel.toString(),
        Long.toString(sequence),
        digest.toString(),
        signedAt.toString(),
        keyId,
        Base64.getEncoder().encodeToString(signature));
  }

  /**
   * Reads a line; the signature is not checked.
   *
   * @throws ReceiptRefused when it is none
   */
  public static CountersignedHead read(String line) {
    String[] words = line == null ? new String[0] : line.strip().split(" ", -1);
    if (words.length != 7 || !words[0].equals("head")) {
      throw new ReceiptRefused("not a line that begins with head");
    }
    try {
      return new CountersignedHead(
          UUID.fromString(words[1]),
          Long.parseLong(words[2]),
          Digest.parse(words[3]),
          Instant.parse(words[4]),
          words[5],
          Base64.getDecoder().decode(words[6]));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new ReceiptRefused("a head line that is malformed");
    }
  }
}
