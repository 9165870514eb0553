package org.govshare.protocol.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.crypto.Keyring;
import org.govshare.protocol.crypto.NodeKeys;
import org.govshare.protocol.frame.Epoch;
import org.govshare.protocol.frame.FrameKind;
import org.govshare.protocol.frame.RunTotals;
import org.govshare.protocol.receipt.ChainCheck.Fault;
import org.govshare.protocol.receipt.ChainCheck.Head;
import org.govshare.protocol.receipt.ChainCheck.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChainCheckTest {
  private static final Keyring SOURCE = Keyring.generate();
  private static final Keyring TARGET = Keyring.generate();
  private static final UUID CHANNEL = UUID.randomUUID();
  private static final int COUNT = 6;
  // Lines before the first record: version, channel, two keys.
  private static final int BEFORE = 4;

  private final List<Receipt> receipts = new ArrayList<>();

  private List<String> export(CryptoSuite suite) {
    return export(suite, CHANNEL);
  }

  private List<String> export(CryptoSuite suite, UUID channel) {
    List<String> lines = new ArrayList<>();
    lines.add(ChainExport.FIRST_LINE);
    lines.add(new ChainExport.Channel(CHANNEL, "gs", "sw", suite).line());
    lines.add(new ChainExport.NodeKey("gs", SOURCE.of(suite).signingKey()).line());
    lines.add(new ChainExport.NodeKey("sw", TARGET.of(suite).signingKey()).line());
    receipts.clear();
    UUID run = UUID.randomUUID();
    Epoch epoch = new Epoch(1, UUID.randomUUID());
    RunTotals totals = RunTotals.NONE;
    Digest previous = Digest.ZERO;
    for (int sequence = 1; sequence <= COUNT; sequence++) {
      boolean end = sequence == COUNT;
      totals = totals.plus(end ? 0 : 10, end ? 0 : 100, 50);
      Receipt receipt =
          new Receipt(
              suite,
              end ? FrameKind.END : FrameKind.DATA,
              "gs",
              "sw",
              channel,
              run,
              epoch,
              sequence,
              end ? 0 : 10,
              end ? 0 : 100,
              50,
              totals,
              suite.digest(new byte[] {(byte) sequence}),
              previous,
              Instant.now());
      previous = receipt.digest();
      receipts.add(receipt);
      lines.add(line(receipt, SOURCE.of(suite), TARGET.of(suite)));
    }
    return lines;
  }

  private static String line(Receipt receipt, NodeKeys source, NodeKeys target) {
    return new ChainExport.Signed(receipt.content(), receipt.sign(target), receipt.sign(source))
        .line();
  }

  private static Map<String, PublicKey> keys(CryptoSuite suite) {
    return Map.of("gs", SOURCE.of(suite).signingKey(), "sw", TARGET.of(suite).signingKey());
  }

  private Head head() {
    return new Head(COUNT, receipts.getLast().digest());
  }

  private Verdict check(CryptoSuite suite, List<String> lines) throws IOException {
    return check(keys(suite), head(), lines);
  }

  private static Verdict check(Map<String, PublicKey> keys, Head head, List<String> lines)
      throws IOException {
    String text = String.join("\n", lines) + "\n";
    return new ChainCheck(keys, head).check(new BufferedReader(new StringReader(text)));
  }

  private static void names(Verdict verdict, Fault fault, long sequence) {
    assertEquals(fault, verdict.fault(), verdict.detail());
    assertEquals(sequence, verdict.sequence(), verdict.detail());
  }

  @ParameterizedTest
  @EnumSource
  void aGoodExportIsGood(CryptoSuite suite) throws Exception {
    List<String> lines = export(suite);
    Verdict verdict = check(suite, lines);

    assertTrue(verdict.good(), verdict.detail());
    assertEquals(COUNT, verdict.checked());
    assertEquals(50, verdict.rows());
    assertEquals(receipts.getLast(), verdict.last());
    assertTrue(check(keys(suite), new Head(3, receipts.get(2).digest()), lines).good());
    assertTrue(check(Map.of(), null, lines).good());
  }

  @ParameterizedTest
  @EnumSource
  void anAlteredByteNamesItsRecord(CryptoSuite suite) throws Exception {
    List<String> good = export(suite);
    for (int at = 1; at <= COUNT; at++) {
      String[] words = good.get(BEFORE + at - 1).split(" ");
      for (int word = 1; word <= 3; word++) {
        byte[] bytes = Base64.getDecoder().decode(words[word]);
        for (int place = 0; place < bytes.length; place += 7) {
          byte[] altered = bytes.clone();
          altered[place] ^= 0x20;
          String[] other = words.clone();
          other[word] = Base64.getEncoder().encodeToString(altered);
          List<String> lines = new ArrayList<>(good);
          lines.set(BEFORE + at - 1, String.join(" ", other));
          names(check(suite, lines), Fault.ALTERED, at);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRemovedRecordIsNamed(CryptoSuite suite) throws Exception {
    for (int at = 1; at < COUNT; at++) {
      List<String> lines = export(suite);
      lines.remove(BEFORE + at - 1);
      names(check(suite, lines), Fault.REMOVED, at);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFirstOfTwoSwappedRecordsIsNamed(CryptoSuite suite) throws Exception {
    for (int at = 1; at < COUNT; at++) {
      for (int other = at + 1; other <= COUNT; other++) {
        List<String> lines = export(suite);
        Collections.swap(lines, BEFORE + at - 1, BEFORE + other - 1);
        names(check(suite, lines), Fault.SWAPPED, at);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFirstRecordThatWasCutOffIsNamed(CryptoSuite suite) throws Exception {
    for (int kept = 0; kept < COUNT; kept++) {
      List<String> lines = export(suite).subList(0, BEFORE + kept);
      names(check(suite, lines), Fault.CUT_OFF, kept + 1);
      assertTrue(check(keys(suite), null, lines).good(), "without a head nobody can tell");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInsertedRecordIsNamed(CryptoSuite suite) throws Exception {
    List<String> elsewhere = export(suite, UUID.randomUUID());
    for (int at = 1; at <= COUNT; at++) {
      List<String> lines = export(suite);
      lines.add(BEFORE + at - 1, elsewhere.get(BEFORE + 2));
      names(check(suite, lines), Fault.INSERTED, at);
    }
    List<String> twice = export(suite);
    twice.add(BEFORE + 3, twice.get(BEFORE + 1));
    names(check(suite, twice), Fault.INSERTED, 4);
  }

  @ParameterizedTest
  @EnumSource
  void aRecordOfAnotherKeyIsNamed(CryptoSuite suite) throws Exception {
    NodeKeys stranger = NodeKeys.generate(suite);
    List<String> lines = export(suite);
    lines.set(BEFORE + 3, line(receipts.get(3), SOURCE.of(suite), stranger));
    names(check(suite, lines), Fault.ALTERED, 4);
    lines.set(BEFORE + 3, line(receipts.get(3), stranger, TARGET.of(suite)));
    names(check(suite, lines), Fault.ALTERED, 4);
    Map<String, PublicKey> wrong =
        Map.of("gs", SOURCE.of(suite).signingKey(), "sw", stranger.signingKey());
    names(check(wrong, head(), export(suite)), Fault.ALTERED, 1);
  }

  @ParameterizedTest
  @EnumSource
  void anotherChainOfTheSameKeysDoesNotReachTheHead(CryptoSuite suite) throws Exception {
    export(suite);
    Head kept = head();
    List<String> rewritten = export(suite);

    names(check(keys(suite), kept, rewritten), Fault.OTHER_HEAD, COUNT);
    names(
        check(keys(suite), new Head(3, receipts.get(3).digest()), rewritten), Fault.OTHER_HEAD, 3);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoExportIsRefused(CryptoSuite suite) throws Exception {
    List<String> lines = export(suite);
    names(check(suite, List.of("")), Fault.UNREADABLE, 1);
    names(check(suite, List.of("govshare-receipts 2")), Fault.UNREADABLE, 1);
    names(check(suite, lines.subList(0, 1)), Fault.UNREADABLE, 1);
    List<String> keyless = new ArrayList<>(lines);
    keyless.subList(2, 4).clear();
    names(check(Map.of(), head(), keyless), Fault.UNREADABLE, 1);
    List<String> named = new ArrayList<>(lines);
    named.set(1, "channel " + CHANNEL + " gs sw rot13");
    names(check(suite, named), Fault.UNREADABLE, 1);
    assertNull(check(suite, lines).fault());
  }

  @ParameterizedTest
  @EnumSource
  void aHeadIsASequenceAndADigest(CryptoSuite suite) {
    export(suite);
    assertEquals(head(), Head.parse(COUNT + ":" + head().digest()));
    for (String bad : List.of("", "7", ":ab", "7:ab", "x:" + head().digest())) {
      assertThrows(IllegalArgumentException.class, () -> Head.parse(bad));
    }
  }
}
