package org.govshare.protocol.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.crypto.NodeKeys;
import org.govshare.protocol.frame.Epoch;
import org.govshare.protocol.frame.FrameKind;
import org.govshare.protocol.frame.RunTotals;
import org.junit.jupiter.api.Test;

class ReceiptTest {
  private static final NodeKeys TARGET = NodeKeys.generate(CryptoSuite.INTL);
  private static final UUID CHANNEL = UUID.randomUUID();
  private static final UUID RUN = UUID.randomUUID();
  private static final Epoch EPOCH = new Epoch(1, UUID.randomUUID());

  private static Receipt next(Receipt before, long rows) {
    RunTotals base = before == null ? RunTotals.NONE : before.runTotals();
    return new Receipt(
        CryptoSuite.INTL,
        FrameKind.DATA,
        "gs",
        "sw",
        CHANNEL,
        RUN,
        EPOCH,
        before == null ? 1 : before.sequence() + 1,
        rows,
        rows * 10,
        rows * 3,
        base.plus(rows, rows * 10, rows * 3),
        Digest.sha256(Long.toString(rows).getBytes()),
        before == null ? Digest.ZERO : before.digest(),
        Instant.parse("2026-01-01T00:00:00.123456Z"));
  }

  private static List<Receipt> chain(int length) {
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      receipts.add(next(receipts.isEmpty() ? null : receipts.getLast(), i + 5));
    }
    return receipts;
  }

  @Property(tries = 200)
  void canonicalBytesReadBackTheSame(
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long sequence,
      @ForAll @LongRange(min = 0) long rows,
      @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long micros) {
    Receipt receipt =
        new Receipt(
            CryptoSuite.INTL,
            FrameKind.END,
            "gs",
            "node-2",
            CHANNEL,
            RUN,
            EPOCH,
            sequence,
            rows,
            rows,
            rows,
            new RunTotals(sequence, rows, rows, rows),
            Digest.sha256(new byte[0]),
            sequence == 1 ? Digest.ZERO : Digest.sha256(new byte[1]),
            Instant.EPOCH.plusNanos(micros));

    assertEquals(receipt, Receipt.parse(receipt.content()));
  }

  @Test
  void everySingleFlippedByteBreaksTheSignatureOrIsRefused() {
    Receipt receipt = next(null, 5);
    byte[] signature = receipt.sign(TARGET);
    assertTrue(receipt.verify(TARGET.signingKey(), signature));
    byte[] content = receipt.content();
    for (int at = 0; at < content.length; at++) {
      byte[] altered = content.clone();
      altered[at] ^= 0x01;
      assertFalse(accepted(altered, signature), "byte " + at);
    }
  }

  private static boolean accepted(byte[] content, byte[] signature) {
    try {
      return Receipt.parse(content).verify(TARGET.signingKey(), signature);
    } catch (ReceiptRefused e) {
      return false;
    }
  }

  @Property(tries = 500)
  void bytesThatAreNoReceiptAreRefusedWithoutAnyOtherFailure(
      @ForAll @Size(max = 400) byte[] noise) {
    assertThrows(ReceiptRefused.class, () -> Receipt.parse(noise));
  }

  @Test
  void cutOffAndLengthenedReceiptsAreRefused() {
    byte[] content = next(null, 5).content();
    for (int length = 0; length < content.length; length++) {
      byte[] cut = Arrays.copyOf(content, length);
      assertThrows(ReceiptRefused.class, () -> Receipt.parse(cut));
    }
    assertThrows(
        ReceiptRefused.class, () -> Receipt.parse(Arrays.copyOf(content, content.length + 1)));
  }

  @Test
  void aChainInOrderIsAccepted() {
    ReceiptChain chain = new ReceiptChain(null);
    for (Receipt receipt : chain(5)) {
      chain.append(receipt, TARGET.signingKey(), receipt.sign(TARGET));
    }

    assertEquals(5, chain.head().sequence());
  }

  @Property(tries = 50)
  void aRemovedReceiptIsNoticed(@ForAll @IntRange(min = 0, max = 8) int removed) {
    List<Receipt> receipts = chain(10);
    receipts.remove(removed);

    assertEquals(removed + 2, firstBreak(receipts));
  }

  @Property(tries = 50)
  void swappedReceiptsAreNoticed(@ForAll @IntRange(min = 0, max = 8) int at) {
    List<Receipt> receipts = chain(10);
    Receipt moved = receipts.remove(at);
    receipts.add(at + 1, moved);

    assertEquals(at + 2, firstBreak(receipts));
  }

  @Test
  void anAlteredReceiptIsNoticedByTheNext() {
    List<Receipt> receipts = chain(4);
    Receipt original = receipts.get(1);
    receipts.set(
        1,
        new Receipt(
            CryptoSuite.INTL,
            original.kind(),
            "gs",
            "sw",
            CHANNEL,
            RUN,
            EPOCH,
            2,
            original.rows(),
            original.bytes(),
            original.wireBytes(),
            original.runTotals(),
            Digest.sha256(new byte[] {9}),
            original.previous(),
            original.committedAt()));

    assertEquals(3, firstBreak(receipts));
  }

  @Test
  void totalsThatDoNotAddUpAreNoticed() {
    Receipt first = next(null, 5);
    Receipt second =
        new Receipt(
            CryptoSuite.INTL,
            FrameKind.DATA,
            "gs",
            "sw",
            CHANNEL,
            RUN,
            EPOCH,
            2,
            7,
            70,
            21,
            new RunTotals(2, 99, 120, 36),
            Digest.sha256(new byte[0]),
            first.digest(),
            Instant.EPOCH);

    assertNotNull(second.breakAfter(first));
    assertNull(next(first, 7).breakAfter(first));
  }

  @Test
  void aForeignSignatureIsNotAppended() {
    ReceiptChain chain = new ReceiptChain(null);
    Receipt receipt = next(null, 1);

    assertThrows(
        ReceiptRefused.class,
        () ->
            chain.append(
                receipt, TARGET.signingKey(), receipt.sign(NodeKeys.generate(CryptoSuite.INTL))));
    assertNull(chain.head());
  }

  /** Sequence of the first receipt that does not follow, 0 for none. */
  private static long firstBreak(List<Receipt> receipts) {
    Receipt before = null;
    for (Receipt receipt : receipts) {
      if (receipt.breakAfter(before) != null) {
        return receipt.sequence();
      }
      before = receipt;
    }
    return 0;
  }
}
