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
 *   key NODE BASE64 [FROM-SEQUENCE]
 *   receipt CONTENT TARGET-SIGNATURE SOURCE-SIGNATURE
 * </pre>
 *
 * The first two lines come once and in that order, then a key line for each of the two nodes, and
 * one more for each key that a node changed to, with the sequence from which on it signs, then the
 * receipts from the channel's first on. Nothing in the file is to be trusted: keys are repeated for
 * convenience, and {@link ChainCheck} takes its own.
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
   * @param key a signing key of it
   * @param from sequence of the first receipt that the node signs with it, from 1
   */
  public record NodeKey(String node, PublicKey key, long from) {
    /** Refuses sequences that are none. */
    public NodeKey {
      if (from < 1) {
        throw new ReceiptRefused("sequences begin with 1");
      }
    }

    /** A key from the first receipt on. */
    public NodeKey(String node, PublicKey key) {
      this(node, key, 1);
    }

    /** The line; in the form that every reader knows where it is the node's first key. */
    public String line() {
      return "key " + node + " " + PublicKeys.base64(key) + (from == 1 ? "" : " " + from);
    }

    /**
     * Reads the line.
     *
     * @throws ReceiptRefused when it is none of the suite
     */
    public static NodeKey read(String line, CryptoSuite suite) {
      boolean later = line.split(" ", -1).length == 4;
      String[] words = words(line, "key", later ? 4 : 3);
      try {
        return new NodeKey(
            words[1], PublicKeys.signingKey(suite, words[2]), later ? Long.parseLong(words[3]) : 1);
      } catch (NumberFormatException e) {
        throw new ReceiptRefused("a key line names no sequence");
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
