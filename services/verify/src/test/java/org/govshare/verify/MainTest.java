package org.govshare.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.crypto.NodeKeys;
import org.govshare.protocol.frame.Epoch;
import org.govshare.protocol.frame.FrameKind;
import org.govshare.protocol.frame.RunTotals;
import org.govshare.protocol.receipt.ChainExport;
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
  private Path keys;
  private String head;
  private String said;

  @BeforeEach
  void anExport() throws Exception {
    UUID channel = UUID.randomUUID();
    lines.add(ChainExport.FIRST_LINE);
    lines.add(new ChainExport.Channel(channel, "gs", "sw", SUITE).line());
    lines.add(new ChainExport.NodeKey("gs", SOURCE.signingKey()).line());
    lines.add(new ChainExport.NodeKey("sw", TARGET.signingKey()).line());
    keys = Files.write(directory.resolve("keys"), lines.subList(2, 4));
    UUID run = UUID.randomUUID();
    Epoch epoch = new Epoch(1, UUID.randomUUID());
    RunTotals totals = RunTotals.NONE;
    Digest previous = Digest.ZERO;
    for (int sequence = 1; sequence <= 4; sequence++) {
      totals = totals.plus(10, 100, 50);
      Receipt receipt =
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
              totals,
              SUITE.digest(new byte[] {(byte) sequence}),
              previous,
              Instant.now());
      previous = receipt.digest();
      lines.add(
          new ChainExport.Signed(receipt.content(), receipt.sign(TARGET), receipt.sign(SOURCE))
              .line());
    }
    head = "4:" + previous;
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
