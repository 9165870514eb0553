package org.govshare.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.crypto.NodeKeys;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.crypto.SigningKey;
import org.govshare.protocol.frame.Epoch;
import org.govshare.protocol.frame.FrameKind;
import org.govshare.protocol.frame.RunTotals;
import org.govshare.protocol.receipt.ChainExport;
import org.govshare.protocol.receipt.CountersignedHead;
import org.govshare.protocol.receipt.CountersignedKey;
import org.govshare.protocol.receipt.Receipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private static final CryptoSuite SUITE = CryptoSuite.GM;
  private static final NodeKeys SOURCE = NodeKeys.generate(SUITE);
  private static final NodeKeys TARGET = NodeKeys.generate(SUITE);
  private static final int BEFORE = 4;

  @TempDir Path directory;
  private final List<String> lines = new ArrayList<>();
  private final UUID channel = UUID.randomUUID();
  private final UUID run = UUID.randomUUID();
  private final Epoch epoch = new Epoch(1, UUID.randomUUID());
  private Receipt last;
  private Path keys;
  private String head;
  private String said;

  @BeforeEach
  void anExport() throws Exception {
    lines.add(ChainExport.FIRST_LINE);
    lines.add(new ChainExport.Channel(channel, "gs", "sw", SUITE).line());
    lines.add(new ChainExport.NodeKey("gs", SOURCE.signingKey()).line());
    lines.add(new ChainExport.NodeKey("sw", TARGET.signingKey()).line());
    keys = Files.write(directory.resolve("keys"), lines.subList(2, 4));
    chain(SOURCE, TARGET, 1, 2, 3, 4);
    head = "4:" + last.digest();
  }

  /** Adds receipts with these sequences; with the first the chain begins anew. */
  private void chain(NodeKeys source, NodeKeys target, int... sequences) {
    for (int sequence : sequences) {
      if (sequence == 1) {
        last = null;
        lines.subList(BEFORE, lines.size()).clear();
      }
      last =
          new Receipt(
              SUITE,
              FrameKind.DATA,
              "gs",
              "sw",
              channel,
              run,
              epoch,
              sequence,
              10,
              100,
              50,
              (last == null ? RunTotals.NONE : last.runTotals()).plus(10, 100, 50),
              SUITE.digest(new byte[] {(byte) sequence}),
              last == null ? Digest.ZERO : last.digest(),
              Instant.now());
      lines.add(
          new ChainExport.Signed(last.content(), last.sign(target), last.sign(source)).line());
    }
  }

  private int verify(String... more) throws Exception {
    Path export = Files.write(directory.resolve("export"), lines);
    List<String> arguments = new ArrayList<>(List.of(export.toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int status = Main.run(arguments, out, out);
    said = bytes.toString(StandardCharsets.UTF_8);
    return status;
  }

  @Test
  void aGoodExportIsGood() throws Exception {
    assertEquals(0, verify("--head", head, "--keys", keys.toString()));
    assertEquals(2, said.lines().count(), said);
    assertTrue(said.contains("good: 4 records, 40 rows"), said);
    assertTrue(said.contains("head: " + head), said);
  }

  @Test
  void whatIsNotHeldAgainstAnythingIsSaid() throws Exception {
    assertEquals(0, verify());
    assertTrue(said.contains("the export's own"), said);
    assertTrue(said.contains("cut off"), said);
  }

  @Test
  void aTamperedExportNamesItsFirstBadRecord() throws Exception {
    Collections.swap(lines, BEFORE + 1, BEFORE + 2);
    assertEquals(1, verify("--head", head, "--keys", keys.toString()));
    assertTrue(said.contains("BAD: record 2 was swapped"), said);
    Collections.swap(lines, BEFORE + 1, BEFORE + 2);
    lines.removeLast();
    assertEquals(1, verify("--head", head, "--keys", keys.toString()));
    assertTrue(said.contains("BAD: record 4 was cut off"), said);
    lines.remove(BEFORE);
    assertEquals(1, verify("--head", head));
    assertTrue(said.contains("BAD: record 1 was removed"), said);
  }

  private Path heads(CountersignedHead... heads) throws Exception {
    List<String> text = new ArrayList<>(List.of(CountersignedHead.FIRST_LINE));
    for (CountersignedHead each : heads) {
      text.add(each.line());
    }
    return Files.write(directory.resolve("heads"), text);
  }

  private CountersignedHead countersigned(SigningKey key, int sequence) {
    Receipt receipt =
        Receipt.parse(ChainExport.Signed.read(lines.get(BEFORE + sequence - 1)).content());
    return CountersignedHead.sign(key, channel, sequence, receipt.digest(), Instant.now());
  }

  private int verifyAgainst(Path heads, SigningKey... centre) throws Exception {
    List<String> text = new ArrayList<>();
    for (SigningKey key : centre) {
      text.add(PublicKeys.base64(key.publicKey()));
    }
    Path file = Files.write(directory.resolve("centre"), text);
    return verify(
        "--heads", heads.toString(), "--centre", file.toString(), "--keys", keys.toString());
  }

  @Test
  void anExportIsHeldAgainstTheHeadsThatTheCentreSigned() throws Exception {
    SigningKey before = SigningKey.generate();
    SigningKey centre = SigningKey.generate();
    CountersignedHead other =
        CountersignedHead.sign(
            centre, UUID.randomUUID(), 9, Digest.sha256(new byte[1]), Instant.now());
    Path heads = heads(countersigned(before, 2), other, countersigned(centre, 4));
    assertEquals(0, verifyAgainst(heads, before, centre));
    assertTrue(said.contains("heads: 2 countersigned"), said);
    assertTrue(said.contains("good: 4 records, 40 rows"), said);

    lines.removeLast();
    assertEquals(1, verifyAgainst(heads, before, centre));
    assertTrue(said.contains("BAD: record 4 was cut off"), said);
  }

  @Test
  void aChainThatWasMadeAnewIsNotTheOneWhoseHeadWasSigned() throws Exception {
    SigningKey centre = SigningKey.generate();
    Path heads = heads(countersigned(centre, 3));
    List<String> old = List.copyOf(lines);
    chain(SOURCE, TARGET, 1, 2, 3, 4);
    assertEquals(1, verifyAgainst(heads, centre));
    assertTrue(said.contains("BAD: record 3 is not the head that was kept"), said);
    lines.clear();
    lines.addAll(old);
    assertEquals(0, verifyAgainst(heads, centre));
  }

  @Test
  void aHeadOfAnotherKeyIsNotBelieved() throws Exception {
    SigningKey centre = SigningKey.generate();
    Path heads = heads(countersigned(SigningKey.generate(), 4));
    assertEquals(1, verifyAgainst(heads, centre));
    assertTrue(said.contains("BAD: the head of record 4 is not signed by the centre"), said);
    assertEquals(2, verify("--heads", heads.toString()));
    assertEquals(2, verifyAgainst(heads()));
    assertEquals(2, verifyAgainst(heads(), centre));
    assertEquals(2, verifyAgainst(keys, centre));
  }

  @Test
  void aNodeThatChangedItsKeyIsCheckedWithBoth() throws Exception {
    NodeKeys next = NodeKeys.generate(SUITE);
    lines.subList(BEFORE, lines.size()).clear();
    chain(SOURCE, TARGET, 1, 2);
    chain(SOURCE, next, 3, 4);
    assertEquals(1, verify("--keys", keys.toString()));
    assertTrue(said.contains("BAD: record 3 was altered"), said);

    String later = new ChainExport.NodeKey("sw", next.signingKey(), 3).line();
    Files.write(keys, List.of(lines.get(2), lines.get(3), later));
    assertEquals(0, verify("--keys", keys.toString()));
    assertTrue(said.contains("good: 4 records"), said);
    Files.write(keys, List.of(lines.get(2), lines.get(3), later.replaceAll(" 3$", " 2")));
    assertEquals(1, verify("--keys", keys.toString()));
    assertTrue(said.contains("BAD: record 2 was altered"), said);
    lines.add(BEFORE, later);
    assertEquals(0, verify());
  }

  @Test
  void theCentresWordForAChangedKeyIsTaken() throws Exception {
    SigningKey centre = SigningKey.generate();
    NodeKeys next = NodeKeys.generate(SUITE);
    chain(SOURCE, TARGET, 1, 2);
    chain(SOURCE, next, 3, 4);
    CountersignedHead end = countersigned(centre, 4);
    assertEquals(1, verifyAgainst(heads(end), centre));
    assertTrue(said.contains("BAD: record 3 was altered"), said);

    String key = PublicKeys.base64(next.signingKey());
    Path file = heads(end);
    Files.writeString(
        file,
        CountersignedKey.sign(centre, channel, "sw", key, 3).line() + "\n",
        StandardOpenOption.APPEND);
    assertEquals(0, verifyAgainst(file, centre));
    assertTrue(said.contains("good: 4 records"), said);

    file = heads(end);
    Files.writeString(
        file,
        CountersignedKey.sign(SigningKey.generate(), channel, "sw", key, 3).line() + "\n",
        StandardOpenOption.APPEND);
    assertEquals(1, verifyAgainst(file, centre));
    assertTrue(said.contains("BAD: the key of node sw is not signed by the centre"), said);
  }

  @Test
  void keysOfSomebodyElseRefuseTheFirstRecord() throws Exception {
    String other = new ChainExport.NodeKey("sw", SOURCE.signingKey()).line();
    Files.write(keys, List.of(lines.get(2), other));

    assertEquals(1, verify("--keys", keys.toString()));
    assertTrue(said.contains("BAD: record 1 was altered"), said);
  }

  @Test
  void aWrongCallIsExplained() throws Exception {
    assertEquals(2, run());
    assertEquals(2, verify("--head"));
    assertEquals(2, verify("--head", "nonsense"));
    assertEquals(2, verify("--tail", "1"));
    assertEquals(2, run(directory.resolve("absent").toString()));
    Files.write(keys, List.of(lines.get(2)));
    assertEquals(2, verify("--keys", keys.toString()));
    assertTrue(said.contains("none of node sw"), said);
  }
}
