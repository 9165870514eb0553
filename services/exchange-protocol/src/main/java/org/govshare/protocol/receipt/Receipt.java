package org.govshare.protocol.receipt;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.crypto.NodeKeys;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.frame.Epoch;
import org.govshare.protocol.frame.FrameKind;
import org.govshare.protocol.frame.RunTotals;

/**
 * The target's statement that it committed one frame. Receipts of a channel form a chain: each
 * names the digest of the one before it, the first names {@link Digest#ZERO}, and sequences have no
 * gap.
 *
 * <p>Canonical bytes, big-endian: {@code GSR1}; version, 1 for suite {@code intl}, 2 for any other,
 * after which comes the suite's number; kind of frame; length and ASCII of the source node's code,
 * likewise the target's; channel; run; epoch counter and incarnation; sequence; rows, bytes and
 * wire bytes of the frame; messages, rows, bytes and wire bytes of the run up to and with it; frame
 * digest; previous receipt's digest; microseconds since 1970 at which the target committed. Both
 * ends sign these bytes. Digests are the suite's.
 *
 * <p>Version 3 is of runs with rows that were not applied: it always names the suite, and after the
 * time come applied, parked and superseded rows of the frame, and the same of the run up to and
 * with it. In versions 1 and 2 every row is applied.
 *
 * @param suite algorithms of its channel
 * @param kind {@code DATA}, or {@code END}, which completes the run
 * @param sourceNode code of the source
 * @param targetNode code of the target
 * @param channel the channel
 * @param run the run
 * @param epoch the epoch of the frame
 * @param sequence number of the frame in its channel, from 1
 * @param rows rows of the frame
 * @param bytes their bytes before compression
 * @param wireBytes bytes of the frame
 * @param runTotals the run's totals with this frame
 * @param frameDigest digest of the frame
 * @param previous digest of the receipt before this one
 * @param committedAt when, to the microsecond
 * @param balance what became of the frame's rows; an END frame, which has none, may move rows from
 *     parked to applied, and from applied to superseded if a copy was begun anew within the run
 * @param runBalance what became of the run's rows up to and with this frame
 */
public record Receipt(
    CryptoSuite suite,
    FrameKind kind,
    String sourceNode,
    String targetNode,
    UUID channel,
    UUID run,
    Epoch epoch,
    long sequence,
    long rows,
    long bytes,
    long wireBytes,
    RunTotals runTotals,
    Digest frameDigest,
    Digest previous,
    Instant committedAt,
    RowBalance balance,
    RowBalance runBalance) {
  private static final int MAGIC = 0x47535231;
  private static final int VERSION = 1;
  private static final int VERSION_WITH_SUITE = 2;
  private static final int VERSION_WITH_BALANCE = 3;
  private static final int FIXED = 4 + 1 + 1 + 2 + 16 + 16 + 24 + 8 + 24 + 32 + 32 + 32 + 8;
  private static final int BALANCES = 6 * 8;
  private static final int LONGEST = FIXED + 1 + 2 * 32 + BALANCES;

  /** Refuses what no target may state. */
  public Receipt {
    if (kind != FrameKind.DATA && kind != FrameKind.END) {
      throw new IllegalArgumentException("only DATA and END frames have receipts");
    }
    Objects.requireNonNull(suite, "suite");
    checkCode(sourceNode);
    checkCode(targetNode);
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(epoch, "epoch");
    Objects.requireNonNull(runTotals, "runTotals");
    Objects.requireNonNull(frameDigest, "frameDigest");
    Objects.requireNonNull(previous, "previous");
    Objects.requireNonNull(balance, "balance");
    Objects.requireNonNull(runBalance, "runBalance");
    committedAt = committedAt.truncatedTo(ChronoUnit.MICROS);
    if (sequence < 1 || rows < 0 || bytes < 0 || wireBytes < 0) {
      throw new IllegalArgumentException("a receipt's figures are not negative");
    }
    if ((sequence == 1) != previous.equals(Digest.ZERO)) {
      throw new IllegalArgumentException("the first receipt, and only it, has no predecessor");
    }
  }

  /** A receipt of a run whose rows are all applied. */
  public Receipt(
      CryptoSuite suite,
      FrameKind kind,
      String sourceNode,
      String targetNode,
      UUID channel,
      UUID run,
      Epoch epoch,
      long sequence,
      long rows,
      long bytes,
      long wireBytes,
      RunTotals runTotals,
      Digest frameDigest,
      Digest previous,
      Instant committedAt) {
    this(
        suite,
        kind,
        sourceNode,
        targetNode,
        channel,
        run,
        epoch,
        sequence,
        rows,
        bytes,
        wireBytes,
        runTotals,
        frameDigest,
        previous,
        committedAt,
        RowBalance.allApplied(rows),
        RowBalance.allApplied(runTotals.rows()));
  }

  /** The bytes that are signed and digested. */
  public byte[] content() {
    byte[] source = sourceNode.getBytes(StandardCharsets.US_ASCII);
    byte[] target = targetNode.getBytes(StandardCharsets.US_ASCII);
    // Runs whose rows are all applied keep the form that earlier agents read.
    boolean balanced = !wholeSoFar();
    boolean named = balanced || suite != CryptoSuite.INTL;
    ByteBuffer out =
        ByteBuffer.allocate(
            FIXED + (named ? 1 : 0) + (balanced ? BALANCES : 0) + source.length + target.length);
    out.putInt(MAGIC);
    out.put((byte) (balanced ? VERSION_WITH_BALANCE : named ? VERSION_WITH_SUITE : VERSION));
    if (named) {
      out.put((byte) suite.number());
    }
    out.put((byte) kind.number());
    out.put((byte) source.length).put(source).put((byte) target.length).put(target);
    put(out, channel);
    put(out, run);
    out.putLong(epoch.counter());
    put(out, epoch.incarnation());
    out.putLong(sequence).putLong(rows).putLong(bytes).putLong(wireBytes);
    out.putLong(runTotals.messages()).putLong(runTotals.rows());
    out.putLong(runTotals.bytes()).putLong(runTotals.wireBytes());
    out.put(frameDigest.bytes()).put(previous.bytes());
    out.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, committedAt));
    if (balanced) {
      put(out, balance);
      put(out, runBalance);
    }
    return out.array();
  }

  private boolean wholeSoFar() {
    return balance.equals(RowBalance.allApplied(rows))
        && runBalance.equals(RowBalance.allApplied(runTotals.rows()));
  }

  /**
   * Reads canonical bytes.
   *
   * @throws ReceiptRefused when they are not exactly what {@link #content} writes
   */
  public static Receipt parse(byte[] content) {
    if (content == null || content.length < FIXED || content.length > LONGEST) {
      throw new ReceiptRefused("a receipt has between " + FIXED + " and " + LONGEST + " bytes");
    }
    ByteBuffer in = ByteBuffer.wrap(content);
    try {
      if (in.getInt() != MAGIC) {
        throw new ReceiptRefused("not a receipt");
      }
      byte version = in.get();
      CryptoSuite suite = suite(version, in);
      FrameKind kind = FrameKind.of(in.get());
      String source = code(in);
      String target = code(in);
      Receipt whole =
          new Receipt(
              suite,
              kind,
              source,
              target,
              uuid(in),
              uuid(in),
              new Epoch(in.getLong(), uuid(in)),
              in.getLong(),
              in.getLong(),
              in.getLong(),
              in.getLong(),
              new RunTotals(in.getLong(), in.getLong(), in.getLong(), in.getLong()),
              digest(in),
              digest(in),
              Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS));
      Receipt receipt =
          version == VERSION_WITH_BALANCE ? whole.with(balance(in), balance(in)) : whole;
      if (in.hasRemaining()) {
        throw new ReceiptRefused("bytes after the end of the receipt");
      }
      if (version == VERSION_WITH_BALANCE && receipt.wholeSoFar()) {
        throw new ReceiptRefused("a receipt whose rows are all applied is of version 1 or 2");
      }
      return receipt;
    } catch (BufferUnderflowException e) {
      throw new ReceiptRefused("the receipt is cut off");
    } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
      throw new ReceiptRefused(e.getMessage());
    }
  }

  private Receipt with(RowBalance frame, RowBalance total) {
    return new Receipt(
        suite,
        kind,
        sourceNode,
        targetNode,
        channel,
        run,
        epoch,
        sequence,
        rows,
        bytes,
        wireBytes,
        runTotals,
        frameDigest,
        previous,
        committedAt,
        frame,
        total);
  }

  /** Digest of {@link #content}, which the next receipt names as its predecessor. */
  public Digest digest() {
    return suite.digest(content());
  }

  /** Signs the canonical bytes. */
  public byte[] sign(NodeKeys keys) {
    return keys.sign(content());
  }

  /** Whether a signature over the canonical bytes is the key's. */
  public boolean verify(PublicKey key, byte[] signature) {
    return PublicKeys.verify(key, content(), signature);
  }

  /**
   * Checks that this receipt follows another.
   *
   * @param before the receipt before it, or null when this should be the channel's first
   * @return what is wrong, or null when it follows
   */
  public String breakAfter(Receipt before) {
    String unbalanced = unbalanced();
    if (unbalanced != null) {
      return unbalanced;
    }
    if (before == null) {
      return sequence == 1 ? null : "the chain starts at sequence " + sequence + ", not 1";
    }
    if (!channel.equals(before.channel)
        || !sourceNode.equals(before.sourceNode)
        || !targetNode.equals(before.targetNode)) {
      return "sequence " + sequence + " belongs to another channel";
    }
    if (suite != before.suite) {
      return "sequence " + sequence + " is of suite " + suite.code();
    }
    if (sequence != before.sequence + 1) {
      return "sequence " + sequence + " comes after " + before.sequence;
    }
    if (!previous.equals(before.digest())) {
      return "sequence " + sequence + " does not name the digest of the receipt before it";
    }
    if (epoch.counter() < before.epoch.counter()) {
      return "sequence " + sequence + " goes back to an older epoch";
    }
    RunTotals base = run.equals(before.run) ? before.runTotals : RunTotals.NONE;
    if (!runTotals.equals(base.plus(rows, bytes, wireBytes))) {
      return "the run's totals at sequence " + sequence + " do not add up";
    }
    RowBalance started = run.equals(before.run) ? before.runBalance : RowBalance.NONE;
    if (!runBalance.equals(started.plus(balance))) {
      return "the run's applied, parked and superseded rows at sequence "
          + sequence
          + " do not add up";
    }
    return null;
  }

  /** Why the rows read are not those applied, parked and superseded, or null when they are. */
  private String unbalanced() {
    boolean moved = kind == FrameKind.END;
    if (balance.superseded() < 0 || !moved && (balance.applied() < 0 || balance.parked() < 0)) {
      return "sequence " + sequence + " counts fewer than no rows";
    }
    if (runBalance.applied() < 0 || runBalance.parked() < 0 || runBalance.superseded() < 0) {
      return "the run counts fewer than no rows at sequence " + sequence;
    }
    boolean tooMany =
        runBalance.applied() > runTotals.rows()
            || runBalance.parked() > runTotals.rows()
            || runBalance.superseded() > runTotals.rows();
    if (tooMany || balance.rows() != rows || runBalance.rows() != runTotals.rows()) {
      return "sequence "
          + sequence
          + " does not balance: "
          + runTotals.rows()
          + " rows read, "
          + runBalance.applied()
          + " applied, "
          + runBalance.parked()
          + " parked, "
          + runBalance.superseded()
          + " superseded";
    }
    return null;
  }

  private static CryptoSuite suite(byte version, ByteBuffer in) {
    return switch (version) {
      case VERSION -> CryptoSuite.INTL;
      case VERSION_WITH_BALANCE -> {
        CryptoSuite suite = CryptoSuite.of(in.get());
        if (suite == null) {
          throw new ReceiptRefused("a suite that is not known here");
        }
        yield suite;
      }
      case VERSION_WITH_SUITE -> {
        CryptoSuite suite = CryptoSuite.of(in.get());
        if (suite == null || suite == CryptoSuite.INTL) {
          throw new ReceiptRefused("a suite that is not known here");
        }
        yield suite;
      }
      default -> throw new ReceiptRefused("a version of the receipt that is not known here");
    };
  }

  private static void checkCode(String code) {
    if (code == null || !code.matches("[a-z][a-z0-9-]{0,31}")) {
      throw new IllegalArgumentException("not a node code: " + code);
    }
  }

  private static void put(ByteBuffer out, UUID id) {
    out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  private static void put(ByteBuffer out, RowBalance balance) {
    out.putLong(balance.applied()).putLong(balance.parked()).putLong(balance.superseded());
  }

  private static RowBalance balance(ByteBuffer in) {
    return new RowBalance(in.getLong(), in.getLong(), in.getLong());
  }

  private static UUID uuid(ByteBuffer in) {
    return new UUID(in.getLong(), in.getLong());
  }

  private static Digest digest(ByteBuffer in) {
    byte[] bytes = new byte[Digest.LENGTH];
    in.get(bytes);
    return Digest.of(bytes);
  }

  private static String code(ByteBuffer in) {
    byte[] bytes = new byte[in.get() & 0xff];
    in.get(bytes);
    try {
      return StandardCharsets.US_ASCII.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a node code is ASCII", e);
    }
  }
}
