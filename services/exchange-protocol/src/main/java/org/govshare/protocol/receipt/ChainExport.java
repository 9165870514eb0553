package org.govshare.protocol.receipt;

import java.security.PublicKey;
import java.util.Base64;
import java.util.UUID;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.PublicKeys;

/**
 * Lines of an exported chain of receipts, version 1: UTF-8 text whose lines end with a line feed
 * and whose words are separated by one space.
 *
 * <pre>
 *   govshare-receipts 1
 *   channel CHANNEL SOURCE TARGET SUITE
 *   key NODE BASE64
 *   receipt CONTENT TARGET-SIGNATURE SOURCE-SIGNATURE
 * </pre>
 *
 * The first two lines come once and in that order, then a key line for each of the two nodes, then
 * the receipts from the channel's first on. Nothing in the file is to be trusted: keys are repeated
 * for convenience, and {@link ChainCheck} takes its own.
 */
public final class ChainExport {
  /** The first line. */
  public static final String FIRST_LINE = "govshare-receipts 1";

  private static final String RECEIPT = "receipt ";

  private ChainExport() {}

  /**
   * What the second line says.
   *
   * @param id the channel
   * @param source code of its source
   * @param target code of its target
   * @param suite its suite
   */
  public record Channel(UUID id, String source, String target, CryptoSuite suite) {
    /** The line. */
    public String line() {
      return "channel " + id + " " + source + " " + target + " " + suite.code();
    }

    /**
     * Reads the line.
     *
     * @throws ReceiptRefused when it is none
     */
    public static Channel read(String line) {
      String[] words = words(line, "channel", 5);
      for (CryptoSuite suite : CryptoSuite.values()) {
        if (suite.code().equals(words[4])) {
          try {
            return new Channel(UUID.fromString(words[1]), words[2], words[3], suite);
          } catch (IllegalArgumentException e) {
            throw new ReceiptRefused("the channel line names no channel");
          }
        }
      }
      throw new ReceiptRefused("the channel line names a suite that is not known here");
    }
  }

  /**
   * What a key line says.
   *
   * @param node code of a node
   * @param key its signing key
   */
  public record NodeKey(String node, PublicKey key) {
    /** The line. */
    public String line() {
      return "key " + node + " " + PublicKeys.base64(key);
    }

    /**
     * Reads the line.
     *
     * @throws ReceiptRefused when it is none of the suite
     */
    public static NodeKey read(String line, CryptoSuite suite) {
      String[] words = words(line, "key", 3);
      try {
        return new NodeKey(words[1], PublicKeys.signingKey(suite, words[2]));
      } catch (CryptoFailure e) {
        throw new ReceiptRefused("the key of node " + words[1] + " is no key of the suite");
      }
    }
  }

  /**
   * What a receipt line says.
   *
   * @param content the receipt's canonical bytes
   * @param targetSignature the target's signature over them
   * @param sourceSignature the source's
   */
  public record Signed(byte[] content, byte[] targetSignature, byte[] sourceSignature) {
    /** The line. */
    public String line() {
      Base64.Encoder base64 = Base64.getEncoder();
      return RECEIPT
          + base64.encodeToString(content)
          + " "
          + base64.encodeToString(targetSignature)
          + " "
          + base64.encodeToString(sourceSignature);
    }

    /**
     * Reads the line.
     *
     * @throws ReceiptRefused when it is none
     */
    public static Signed read(String line) {
      String[] words = words(line, "receipt", 4);
      Base64.Decoder base64 = Base64.getDecoder();
      try {
        return new Signed(
            base64.decode(words[1]), base64.decode(words[2]), base64.decode(words[3]));
      } catch (IllegalArgumentException e) {
        throw new ReceiptRefused("a receipt line that is not base64");
      }
    }
  }

  private static String[] words(String line, String first, int count) {
    String[] words = line == null ? new String[0] : line.split(" ", -1);
    if (words.length != count || !words[0].equals(first)) {
      throw new ReceiptRefused("not a line that begins with " + first);
    }
    return words;
  }
}
