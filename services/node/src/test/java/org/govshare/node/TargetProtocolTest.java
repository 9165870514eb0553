package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.HandSource;
import org.govshare.protocol.channel.ChannelAnswer;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.frame.Epoch;
import org.govshare.protocol.frame.FrameSealer;
import org.govshare.protocol.frame.SealedFrame;
import org.govshare.protocol.receipt.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a target does with frames, good and bad, from a source that the test plays. */
class TargetProtocolTest extends DatabaseTest {
  private final UUID channel = UUID.randomUUID();
  private final UUID run = UUID.randomUUID();
  private HandSource source;

  @BeforeEach
  void start() throws Exception {
    exchange.startNode("sw");
    source = new HandSource(exchange, channel);
    command(run, TransferMode.FULL);
  }

  @AfterEach
  void stop() {
    source.close();
  }

  private void command(UUID newRun, TransferMode mode) throws Exception {
    exchange
        .centre()
        .command("sw", exchange.command(Side.TARGET, newRun, channel, mode, HandSource.COLUMNS));
  }

  private String names() throws Exception {
    return databases.value(
        "sw", "SELECT string_agg(id || '=' || name, ',' ORDER BY id) FROM public.person");
  }

  @Test
  void aFrameThatComesTwiceIsAppliedOnceAndReceiptedTheSameWay() throws Exception {
    FrameSealer sealer = source.sealer(source.opened(run, TransferMode.FULL));
    byte[] frame = source.data(sealer, 1, "a", 2, "b").bytes();
    source.send(frame);
    source.send(frame);

    Receipt first = source.receipt();
    assertEquals(first, source.receipt());
    assertEquals("1=a,2=b", names());
    assertEquals("1", databases.value("sw", "SELECT count(*) FROM govshare.inbox"));
  }

  @Test
  void aReceiptThatDiedWithTheProcessIsSentAgainWithoutBeingAskedFor() throws Exception {
    FrameSealer sealer = source.sealer(source.opened(run, TransferMode.FULL));
    source.send(source.data(sealer, 1, "a").bytes());
    final Receipt rows = source.receipt();
    exchange.stopNode("sw");
    Map<Path, byte[]> before = files(exchange.state("sw"));
    exchange.startNode("sw");
    assertEquals(rows, source.receipt());

    source.send(source.end(sealer, 1, 1, HandSource.rows(1, "a").length).bytes());
    final Receipt end = source.receipt();
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    exchange.stopNode("sw");
    // As if the process had died before it could say that the run has ended.
    for (Map.Entry<Path, byte[]> file : before.entrySet()) {
      Files.write(file.getKey(), file.getValue());
    }
    exchange.startNode("sw");
    assertEquals(end, source.receipt());
  }

  private static Map<Path, byte[]> files(Path directory) throws IOException {
    Map<Path, byte[]> contents = new HashMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file, Files.readAllBytes(file));
      }
    }
    return contents;
  }

  @Test
  void anOlderEpochIsDiscarded() throws Exception {
    FrameSealer older = source.sealer(source.opened(run, TransferMode.FULL));
    FrameSealer newer = source.sealer(source.opened(run, TransferMode.FULL));
    source.send(source.data(older, 1, "old").bytes());
    source.send(source.data(newer, 2, "new").bytes());

    assertEquals(2, source.receipt().epoch().counter());
    assertEquals("2=new", names());
  }

  @Test
  void theSameOpenIdIsAnsweredWithTheSameEpoch() throws Exception {
    UUID openId = UUID.randomUUID();
    source.open(run, openId, TransferMode.FULL, 0);
    Epoch first = source.next(ChannelAnswer.Opened.class).epoch();
    source.open(run, openId, TransferMode.FULL, 0);

    assertEquals(first, source.next(ChannelAnswer.Opened.class).epoch());
    assertNotEquals(first, source.opened(run, TransferMode.FULL).epoch());
  }

  @Test
  void aGapAsksToReopenAndNothingIsApplied() throws Exception {
    ChannelAnswer.Opened opened = source.opened(run, TransferMode.FULL);
    FrameSealer sealer = source.sealer(opened);
    source.data(sealer, 1, "never sent");
    source.send(source.data(sealer, 2, "b").bytes());

    assertEquals(opened.epoch(), source.next(ChannelAnswer.ReopenAsked.class).epoch());
    assertEquals(null, names());
    source.send(source.data(source.sealer(source.opened(run, TransferMode.FULL)), 3, "c").bytes());
    assertEquals(1, source.receipt().sequence());
  }

  @Test
  void aFrameThatDoesNotNameItsPredecessorAsksToReopen() throws Exception {
    ChannelAnswer.Opened opened = source.opened(run, TransferMode.FULL);
    FrameSealer sealer = source.sealer(run, opened.epoch(), 0, Digest.sha256(new byte[] {1}));
    source.send(source.data(sealer, 1, "a").bytes());

    source.next(ChannelAnswer.ReopenAsked.class);
    assertEquals(null, names());
  }

  @Test
  void anEpochThatTheTargetDidNotMintAsksToReopen() throws Exception {
    source.opened(run, TransferMode.FULL);
    Epoch forged = new Epoch(1, UUID.randomUUID());
    source.send(source.data(source.sealer(run, forged, 0, Digest.ZERO), 1, "a").bytes());
    assertEquals(forged, source.next(ChannelAnswer.ReopenAsked.class).epoch());

    Epoch future = new Epoch(9, UUID.randomUUID());
    source.send(source.data(source.sealer(run, future, 0, Digest.ZERO), 1, "a").bytes());
    assertEquals(future, source.next(ChannelAnswer.ReopenAsked.class).epoch());
    assertEquals(null, names());
  }

  @Test
  void alteredBytesAreRejectedAndTheGoodFrameStillCounts() throws Exception {
    FrameSealer sealer = source.sealer(source.opened(run, TransferMode.FULL));
    byte[] frame = source.data(sealer, 1, "a").bytes();
    byte[] altered = frame.clone();
    altered[frame.length - 120] ^= 1;
    source.send(altered);
    source.send("not a frame".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    source.send(frame);

    assertEquals(1, source.receipt().sequence());
    assertEquals("1=a", names());
  }

  @Test
  void aFrameWhoseTotalsDifferFailsTheRun() throws Exception {
    FrameSealer sealer = source.sealer(source.opened(run, TransferMode.FULL));
    source.send(source.data(sealer, 1, "a").bytes());
    source.receipt();
    source.send(source.end(sealer, 1, 2, HandSource.rows(1, "a").length).bytes());

    assertEquals("totals-differ", source.next(ChannelAnswer.RunRefused.class).reason());
    exchange.awaitState(run, Side.TARGET, "FAILED");
    assertEquals("f", databases.value("sw", "SELECT run_complete FROM govshare.channel"));
  }

  @Test
  void aFrameThatHoldsFewerRowsThanItSaysFailsTheRun() throws Exception {
    FrameSealer sealer = source.sealer(source.opened(run, TransferMode.FULL));
    byte[] rows = HandSource.rows(1, "a");
    source.send(
        sealer
            .data(
                2,
                rows.length,
                org.govshare.protocol.frame.Codec.NONE,
                rows,
                rows.length,
                new byte[0])
            .bytes());

    assertEquals("row-count", source.next(ChannelAnswer.RunRefused.class).reason());
    assertEquals(null, names());
  }

  @Test
  void receiptsThatTheSourceLacksComeAgainWhenItOpens() throws Exception {
    FrameSealer sealer = source.sealer(source.opened(run, TransferMode.FULL));
    for (int id = 1; id <= 4; id++) {
      source.send(source.data(sealer, id, "n").bytes());
      source.receipt();
    }
    source.open(run, UUID.randomUUID(), TransferMode.FULL, 2);

    assertEquals(4, source.next(ChannelAnswer.Opened.class).lastSequence());
    assertEquals(3, source.receipt().sequence());
    assertEquals(4, source.receipt().sequence());
  }

  @Test
  void theEndIsCommittedOnceAndToldAgain() throws Exception {
    FrameSealer sealer = source.sealer(source.opened(run, TransferMode.FULL));
    SealedFrame data = source.data(sealer, 1, "a");
    source.send(data.bytes());
    Receipt receipt = source.receipt();
    source.send(source.end(sealer, 1, 1, receipt.bytes()).bytes());
    assertEquals(2, source.receipt().sequence());
    exchange.awaitState(run, Side.TARGET, "COMPLETED");

    ChannelAnswer.Opened again = source.opened(run, TransferMode.FULL);
    assertTrue(again.complete());
    assertEquals(1, again.totals().rows());
  }

  @Test
  void ofSeveralRowsWithOneKeyTheLastCounts() throws Exception {
    databases.execute(
        "sw", "INSERT INTO public.person (id, name, changed_at) VALUES (7, 'before', now())");
    UUID increment = UUID.randomUUID();
    command(increment, TransferMode.INCREMENT);
    FrameSealer sealer = source.sealer(source.opened(increment, TransferMode.INCREMENT));
    source.send(source.data(sealer, 7, "first", 8, "other", 7, "second", 7, "last").bytes());

    source.receipt();
    assertEquals("7=last,8=other", names());
  }

  @Test
  void anOpenThatComesBeforeItsCommandWaitsForIt() throws Exception {
    source.opened(run, TransferMode.FULL);
    UUID next = UUID.randomUUID();
    UUID openId = UUID.randomUUID();
    source.open(next, openId, TransferMode.FULL, 0);
    Thread.sleep(300);
    command(next, TransferMode.FULL);

    ChannelAnswer.Opened opened = source.next(ChannelAnswer.Opened.class);
    assertEquals(openId, opened.openId());
    assertEquals(next, opened.run());
  }

  @Test
  void aRowThatSomebodyElseAddedMeanwhileIsUpserted() throws Exception {
    FrameSealer sealer = source.sealer(source.opened(run, TransferMode.FULL));
    source.send(source.data(sealer, 1, "a").bytes());
    source.receipt();
    databases.execute(
        "sw", "INSERT INTO public.person (id, name, changed_at) VALUES (2, 'theirs', now())");
    source.send(source.data(sealer, 2, "ours").bytes());

    source.receipt();
    assertEquals("1=a,2=ours", names());
    assertEquals("UPSERT", databases.value("sw", "SELECT apply_mode FROM govshare.channel"));
  }
}
