package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.HandTarget;
import org.govshare.node.fixture.People;
import org.govshare.protocol.channel.ApplyMode;
import org.govshare.protocol.channel.ChannelAnswer;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.crypto.NodeKeys;
import org.govshare.protocol.frame.Epoch;
import org.govshare.protocol.frame.Frame;
import org.govshare.protocol.frame.FrameKind;
import org.govshare.protocol.frame.FrameOpener;
import org.govshare.protocol.frame.OpenBody;
import org.govshare.protocol.frame.RunTotals;
import org.govshare.protocol.receipt.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a source does with answers, good and bad, from a target that the test plays. */
class SourceProtocolTest extends DatabaseTest {
  private final UUID channel = UUID.randomUUID();
  private final UUID run = UUID.randomUUID();
  private HandTarget target;

  @BeforeEach
  void start() throws Exception {
    People.insertMany(databases, 10);
    exchange.startNode("gs");
    target = new HandTarget(exchange, channel);
    exchange
        .centre()
        .command(
            "gs", exchange.command(Side.SOURCE, run, channel, TransferMode.FULL, People.COLUMNS));
  }

  @AfterEach
  void stop() {
    target.close();
  }

  private ChannelAnswer.Opened opened(OpenBody open, long sequence, Digest lastReceipt) {
    return new ChannelAnswer.Opened(
        channel,
        open.openId(),
        run,
        new Epoch(1, UUID.randomUUID()),
        sequence,
        Digest.ZERO,
        lastReceipt,
        new byte[0],
        RunTotals.NONE,
        false,
        ApplyMode.UNDECIDED);
  }

  private Receipt receipt(Frame frame, Digest frameDigest) {
    return new Receipt(
        CryptoSuite.INTL,
        FrameKind.DATA,
        "gs",
        "sw",
        channel,
        run,
        frame.header().epoch(),
        frame.header().sequence(),
        frame.header().rows(),
        frame.header().plainLength(),
        frame.bytes().length,
        RunTotals.NONE.plus(
            frame.header().rows(), frame.header().plainLength(), frame.bytes().length),
        frameDigest,
        Digest.ZERO,
        Instant.now());
  }

  private String failure() throws Exception {
    return exchange.awaitState(run, Side.SOURCE, "FAILED").get("reason").asText();
  }

  @Test
  void framesAreReadableByTheTargetAlone() throws Exception {
    target.answer(opened(FrameOpener.openBody(target.frame()), 0, Digest.ZERO));

    Frame frame = target.frame();
    byte[] content = new byte[FrameOpener.contentLength(frame)];
    assertTrue(new FrameOpener(exchange.keys("sw")).open(frame, content) > 0);
    assertEquals(10, frame.header().rows());
    String wire = new String(frame.bytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertTrue(!wire.contains("企业") && !wire.contains("备注"));
  }

  @Test
  void aReceiptForAnotherFrameFailsTheRun() throws Exception {
    target.answer(opened(FrameOpener.openBody(target.frame()), 0, Digest.ZERO));
    Frame frame = target.frame();
    Receipt forged = receipt(frame, Digest.sha256(new byte[] {1}));
    target.answer(
        new ChannelAnswer.Receipted(channel, forged.content(), forged.sign(exchange.keys("sw"))));

    assertEquals("receipt-refused", failure());
    assertTrue(exchange.centre().forwarded().isEmpty());
  }

  @Test
  void aReceiptWithTheWrongSignatureFailsTheRun() throws Exception {
    target.answer(opened(FrameOpener.openBody(target.frame()), 0, Digest.ZERO));
    Frame frame = target.frame();
    Receipt receipt = receipt(frame, frame.digest());
    target.answer(
        new ChannelAnswer.Receipted(
            channel, receipt.content(), receipt.sign(NodeKeys.generate(CryptoSuite.INTL))));

    assertEquals("receipt-refused", failure());
  }

  @Test
  void anAnswerOfAStrangerIsIgnored() throws Exception {
    OpenBody open = FrameOpener.openBody(target.frame());
    target.answerAs(NodeKeys.generate(CryptoSuite.INTL), opened(open, 0, Digest.ZERO));
    target.answer(opened(open, 0, Digest.ZERO));

    assertEquals(FrameKind.DATA, target.frame().header().kind());
  }

  @Test
  void aTargetThatForgotWhatItGaveAReceiptForFailsTheRun() throws Exception {
    target.answer(opened(FrameOpener.openBody(target.frame()), 0, Digest.ZERO));
    Frame frame = target.frame();
    Receipt receipt = receipt(frame, frame.digest());
    target.answer(
        new ChannelAnswer.Receipted(channel, receipt.content(), receipt.sign(exchange.keys("sw"))));
    target.answer(new ChannelAnswer.ReopenAsked(channel, frame.header().epoch(), "test"));
    OpenBody again = target.awaitOpen();
    assertEquals(1, again.lastReceipt());
    target.answer(opened(again, 0, Digest.ZERO));

    assertEquals("target-history-lost", failure());
  }

  @Test
  void aTargetWhoseLastReceiptIsAnotherOneFailsTheRun() throws Exception {
    target.answer(opened(FrameOpener.openBody(target.frame()), 0, Digest.ZERO));
    Frame frame = target.frame();
    Receipt receipt = receipt(frame, frame.digest());
    target.answer(
        new ChannelAnswer.Receipted(channel, receipt.content(), receipt.sign(exchange.keys("sw"))));
    target.answer(new ChannelAnswer.ReopenAsked(channel, frame.header().epoch(), "test"));
    target.answer(opened(target.awaitOpen(), 1, Digest.sha256(new byte[] {5})));

    assertEquals("target-history-differs", failure());
  }

  @Test
  void aRefusalOfTheTargetFailsTheRunWithItsReason() throws Exception {
    target.frame();
    target.answer(new ChannelAnswer.RunRefused(channel, run, "schema-drift", "a column changed"));

    assertEquals("schema-drift", failure());
  }

  @Test
  void eachOpeningHasAnIdOfItsOwn() throws Exception {
    OpenBody first = FrameOpener.openBody(target.frame());
    ChannelAnswer.Opened opened = opened(first, 0, Digest.ZERO);
    target.answer(opened);
    target.answer(new ChannelAnswer.ReopenAsked(channel, opened.epoch(), "test"));

    assertNotEquals(first.openId(), target.awaitOpen().openId());
  }
}
