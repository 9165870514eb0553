package org.govshare.protocol.receipt;

import java.io.BufferedReader;
import java.io.IOException;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.govshare.protocol.crypto.Digest;

/**
 * Checks an exported chain of receipts against public keys and a head that somebody else kept, and
 * names the first record that is not as both ends signed it.
 *
 * <p>A record's signatures are checked before its place, so an altered record is named itself and
 * not the one after it. What was cut off at the end shows only against a head.
 */
public final class ChainCheck {
  private final SigningKeys keys;
  private final Map<Long, Digest> heads = new TreeMap<>();
  private final long end;

  /**
   * A head that was kept apart from the export.
   *
   * @param sequence its number in the channel
   * @param digest digest of the receipt there
   */
  public record Head(long sequence, Digest digest) {
    /**
     * Reads {@code sequence:digest}, the digest in hexadecimal.
     *
     * @throws IllegalArgumentException when it is not of that form
     */
    public static Head parse(String text) {
      int colon = text.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException("a head is written as sequence:digest");
      }
      return new Head(
          Long.parseLong(text.substring(0, colon)), Digest.parse(text.substring(colon + 1)));
    }
  }

  /** What is wrong with the first record that is not as it should be. */
  public enum Fault {
    /** Not an export of a version known here, or for a node without a key. */
    UNREADABLE,
    /** Bytes or a signature differ from what both ends signed, or somebody else signed it. */
    ALTERED,
    /** A record is not there although later ones are. */
    REMOVED,
    /** A record stands where an earlier one belongs that comes later. */
    SWAPPED,
    /** A record that is not the channel's, or is there already. */
    INSERTED,
    /** Both ends signed it, but it does not follow the record before it. */
    BROKEN,
    /** The chain ends before the head. */
    CUT_OFF,
    /** The chain reaches the head and has another record there. */
    OTHER_HEAD
  }

  /**
   * The outcome.
   *
   * @param fault what is wrong, or null when nothing is
   * @param sequence number in the channel of the first record concerned
   * @param detail the same in words
   * @param checked records that are as they should be
   * @param rows rows that they prove to have been read
   * @param balance what became of those rows
   * @param last the last of them, or null
   */
  public record Verdict(
      Fault fault,
      long sequence,
      String detail,
      long checked,
      long rows,
      RowBalance balance,
      Receipt last) {
    /** Whether every record is as both ends signed it. */
    public boolean good() {
      return fault == null;
    }
  }

  /**
   * A check.
   *
   * @param keys signing keys by node; where one is absent the export's own is used
   * @param head the head that somebody else kept, or null
   */
  public ChainCheck(Map<String, PublicKey> keys, Head head) {
    this(SigningKeys.of(keys), head == null ? List.of() : List.of(head));
  }

  /**
   * A check against several heads.
   *
   * @param keys signing keys; for a node of which there is none, the export's own are used
   * @param heads heads that somebody else kept
   * @throws ReceiptRefused if two heads of one sequence differ
   */
  public ChainCheck(SigningKeys keys, List<Head> heads) {
    this.keys = keys.copy();
    for (Head head : heads) {
      Digest other = this.heads.put(head.sequence(), head.digest());
      if (other != null && !other.equals(head.digest())) {
        throw new ReceiptRefused("two heads of sequence " + head.sequence() + " differ");
      }
    }
    this.end = heads.stream().mapToLong(Head::sequence).max().orElse(0);
  }

  /** Reads an export to its end or to the first fault. */
  public Verdict check(BufferedReader in) throws IOException {
    Walk walk = new Walk();
    try {
      if (!ChainExport.FIRST_LINE.equals(in.readLine())) {
        throw new ReceiptRefused("not an export of version 1");
      }
      walk.channel = ChainExport.Channel.read(in.readLine());
      String line = in.readLine();
      while (line != null && line.startsWith("key ")) {
        ChainExport.NodeKey key = ChainExport.NodeKey.read(line, walk.channel.suite());
        if (!keys.has(key.node())) {
          walk.keys.add(key);
        }
        line = in.readLine();
      }
      walk.requireKeys();
      return walk.follow(line, in);
    } catch (ReceiptRefused e) {
      return walk.verdict(Fault.UNREADABLE, walk.expected(), e.getMessage());
    }
  }

  private final class Walk {
    private final SigningKeys keys = ChainCheck.this.keys.copy();
    private ChainExport.Channel channel;
    private Receipt last;
    private long rows;
    private RowBalance balance = RowBalance.NONE;

    private long expected() {
      return last == null ? 1 : last.sequence() + 1;
    }

    private void requireKeys() {
      for (String node : new String[] {channel.source(), channel.target()}) {
        if (!keys.has(node)) {
          throw new ReceiptRefused("no key of node " + node + " is given");
        }
      }
    }

    private Verdict follow(String first, BufferedReader in) throws IOException {
      for (String line = first; line != null; line = in.readLine()) {
        Receipt receipt;
        try {
          receipt = signed(line);
        } catch (ReceiptRefused e) {
          return verdict(Fault.ALTERED, expected(), e.getMessage());
        }
        Verdict misplaced = misplaced(receipt, in);
        if (misplaced != null) {
          return misplaced;
        }
        String wrong = receipt.breakAfter(last);
        if (wrong != null) {
          return verdict(Fault.BROKEN, receipt.sequence(), wrong);
        }
        last = receipt;
        rows += receipt.rows();
        balance = balance.plus(receipt.balance());
        Digest kept = heads.get(receipt.sequence());
        if (kept != null && !kept.equals(receipt.digest())) {
          return verdict(
              Fault.OTHER_HEAD,
              receipt.sequence(),
              "the record is another than the head that was kept");
        }
      }
      if (end >= expected()) {
        return verdict(Fault.CUT_OFF, expected(), "the chain ends before sequence " + end);
      }
      return verdict(null, 0, null);
    }

    private Receipt signed(String line) {
      ChainExport.Signed signed = ChainExport.Signed.read(line);
      Receipt receipt = Receipt.parse(signed.content());
      if (receipt.suite() != channel.suite()) {
        throw new ReceiptRefused("the record is of suite " + receipt.suite().code());
      }
      if (!verified(receipt, channel.target(), signed.targetSignature())) {
        throw new ReceiptRefused("the signature is not target " + channel.target() + "'s");
      }
      if (!verified(receipt, channel.source(), signed.sourceSignature())) {
        throw new ReceiptRefused("the signature is not source " + channel.source() + "'s");
      }
      return receipt;
    }

    private boolean verified(Receipt receipt, String node, byte[] signature) {
      PublicKey key = keys.at(node, receipt.sequence());
      return key != null && receipt.verify(key, signature);
    }

    /** The verdict on a record that both ends signed but that does not belong here, else null. */
    private Verdict misplaced(Receipt receipt, BufferedReader in) throws IOException {
      if (!receipt.channel().equals(channel.id())) {
        return verdict(
            Fault.INSERTED, expected(), "a record of channel " + receipt.channel() + " is here");
      }
      long expected = expected();
      if (receipt.sequence() < expected) {
        return verdict(
            Fault.INSERTED, expected, "record " + receipt.sequence() + " is here once more");
      }
      if (receipt.sequence() > expected) {
        boolean later = comesLater(expected, in);
        return verdict(
            later ? Fault.SWAPPED : Fault.REMOVED,
            expected,
            "record "
                + receipt.sequence()
                + " is in its place"
                + (later ? ", and it comes later" : ", and it is nowhere"));
      }
      return null;
    }

    private boolean comesLater(long sequence, BufferedReader in) throws IOException {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        try {
          if (signed(line).sequence() == sequence) {
            return true;
          }
        } catch (ReceiptRefused e) {
          // A line that is no record of the channel is not the one that is sought.
        }
      }
      return false;
    }

    private Verdict verdict(Fault fault, long sequence, String detail) {
      return new Verdict(
          fault, sequence, detail, last == null ? 0 : last.sequence(), rows, balance, last);
    }
  }
}
