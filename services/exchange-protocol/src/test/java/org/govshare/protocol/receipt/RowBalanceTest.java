package org.govshare.protocol.receipt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.crypto.Keyring;
import org.govshare.protocol.frame.Epoch;
import org.govshare.protocol.frame.FrameKind;
import org.govshare.protocol.frame.RunTotals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowBalanceTest {
  private static final UUID CHANNEL = UUID.randomUUID();
  private static final UUID RUN = UUID.randomUUID();
  private static final Epoch EPOCH = new Epoch(1, UUID.randomUUID());

  private CryptoSuite suite = CryptoSuite.INTL;

  private Receipt next(Receipt before, long rows, RowBalance balance, RowBalance run) {
    RunTotals totals = before == null ? RunTotals.NONE : before.runTotals();
    return new Receipt(
        suite,
        rows == 0 ? FrameKind.END : FrameKind.DATA,
        "gs",
        "sw",
        CHANNEL,
        RUN,
        EPOCH,
        before == null ? 1 : before.sequence() + 1,
        rows,
        rows * 10,
        100,
        totals.plus(rows, rows * 10, 100),
        suite.digest(new byte[] {1}),
        before == null ? Digest.ZERO : before.digest(),
        Instant.parse("2026-01-01T00:00:00Z"),
        balance,
        run);
  }

  @ParameterizedTest
  @EnumSource
  void aBalanceReadsBackTheSame(CryptoSuite of) {
    suite = of;
    Receipt first = next(null, 10, new RowBalance(7, 2, 1), new RowBalance(7, 2, 1));
    Receipt second = next(first, 5, new RowBalance(5, 0, 0), new RowBalance(12, 2, 1));
    Receipt end = next(second, 0, new RowBalance(2, -2, 0), new RowBalance(14, 0, 1));

    for (Receipt receipt : List.of(first, second, end)) {
      assertEquals(receipt, Receipt.parse(receipt.content()));
      assertEquals(3, receipt.content()[4], "version");
    }
    assertNull(first.breakAfter(null));
    assertNull(second.breakAfter(first));
    assertNull(end.breakAfter(second));
  }

  @Test
  void aRunWhoseRowsAreAllAppliedKeepsTheFormThatEarlierAgentsRead() {
    Receipt receipt = next(null, 10, RowBalance.allApplied(10), RowBalance.allApplied(10));

    assertEquals(1, receipt.content()[4]);
    assertEquals(RowBalance.allApplied(10), Receipt.parse(receipt.content()).balance());
    assertArrayEquals(receipt.content(), Receipt.parse(receipt.content()).content());
  }

  @Test
  void aBalanceThatSaysNothingIsRefused() {
    byte[] content = next(null, 10, new RowBalance(9, 1, 0), new RowBalance(9, 1, 0)).content();
    // Nine applied and one parked become ten and none, in the frame and in the run.
    for (int at : new int[] {content.length - 48, content.length - 24}) {
      content[at + 7] = 10;
      content[at + 15] = 0;
    }

    assertThrows(ReceiptRefused.class, () -> Receipt.parse(content));
  }

  @Test
  void rowsThatAreNowhereAreNoticed() {
    Receipt lost = next(null, 10, new RowBalance(8, 1, 0), new RowBalance(8, 1, 0));
    Receipt good = next(null, 10, new RowBalance(9, 1, 0), new RowBalance(9, 1, 0));

    assertTrue(lost.breakAfter(null).contains("10 rows read, 8 applied, 1 parked, 0 superseded"));
    assertNull(good.breakAfter(null));
    assertNotNull(
        next(good, 5, RowBalance.allApplied(5), RowBalance.allApplied(15)).breakAfter(good),
        "the parked row is forgotten");
    assertNotNull(
        next(good, 5, new RowBalance(7, -2, 0), new RowBalance(16, -1, 0)).breakAfter(good),
        "fewer than no rows parked");
    assertNotNull(
        next(good, 5, new RowBalance(6, -1, 0), new RowBalance(15, 0, 0)).breakAfter(good),
        "only an end moves rows from parked to applied");
  }

  @Test
  void anExportIsHeldAgainstItsBalance() throws Exception {
    Keyring source = Keyring.generate();
    Keyring target = Keyring.generate();
    Receipt first = next(null, 10, new RowBalance(7, 2, 1), new RowBalance(7, 2, 1));
    Receipt good = next(first, 4, new RowBalance(3, 1, 0), new RowBalance(10, 3, 1));
    Receipt bad = next(first, 4, new RowBalance(3, 0, 0), new RowBalance(10, 2, 1));

    ChainCheck.Verdict verdict = check(source, target, first, good);
    assertTrue(verdict.good(), verdict.detail());
    assertEquals(14, verdict.rows());
    assertEquals(new RowBalance(10, 3, 1), verdict.balance());
    ChainCheck.Verdict broken = check(source, target, first, bad);
    assertEquals(ChainCheck.Fault.BROKEN, broken.fault());
    assertEquals(2, broken.sequence());
  }

  private ChainCheck.Verdict check(Keyring source, Keyring target, Receipt... receipts)
      throws Exception {
    StringBuilder lines = new StringBuilder(ChainExport.FIRST_LINE).append('\n');
    lines.append(new ChainExport.Channel(CHANNEL, "gs", "sw", suite).line()).append('\n');
    for (Receipt receipt : receipts) {
      lines
          .append(
              new ChainExport.Signed(
                      receipt.content(),
                      receipt.sign(target.of(suite)),
                      receipt.sign(source.of(suite)))
                  .line())
          .append('\n');
    }
    return new ChainCheck(
            Map.of("gs", source.of(suite).signingKey(), "sw", target.of(suite).signingKey()), null)
        .check(new BufferedReader(new StringReader(lines.toString())));
  }
}
