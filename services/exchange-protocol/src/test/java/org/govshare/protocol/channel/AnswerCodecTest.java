package org.govshare.protocol.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.crypto.NodeKeys;
import org.govshare.protocol.frame.Epoch;
import org.govshare.protocol.frame.RunTotals;
import org.junit.jupiter.api.Test;

class AnswerCodecTest {
  private static final NodeKeys TARGET = NodeKeys.generate(CryptoSuite.INTL);
  private static final ChannelAnswer.Opened OPENED =
      new ChannelAnswer.Opened(
          UUID.randomUUID(),
          UUID.randomUUID(),
          UUID.randomUUID(),
          new Epoch(4, UUID.randomUUID()),
          17,
          Digest.sha256(new byte[1]),
          Digest.sha256(new byte[2]),
          new byte[] {1, 2, 3},
          new RunTotals(1, 2, 3, 4),
          true,
          ApplyMode.UPSERT);

  @Test
  void openedReadsBackTheSame() {
    ChannelAnswer.Opened read =
        assertInstanceOf(
            ChannelAnswer.Opened.class,
            AnswerCodec.decode(AnswerCodec.encode(OPENED, TARGET), TARGET.signingKey()));

    assertArrayEquals(OPENED.sealedPosition(), read.sealedPosition());
    assertEquals(OPENED.openId(), read.openId());
    assertEquals(OPENED.run(), read.run());
    assertEquals(OPENED.epoch(), read.epoch());
    assertEquals(OPENED.lastSequence(), read.lastSequence());
    assertEquals(OPENED.lastDigest(), read.lastDigest());
    assertEquals(OPENED.lastReceipt(), read.lastReceipt());
    assertEquals(OPENED.totals(), read.totals());
    assertEquals(OPENED.complete(), read.complete());
    assertEquals(OPENED.applyMode(), read.applyMode());
  }

  @Test
  void theOtherAnswersReadBackTheSame() {
    UUID channel = UUID.randomUUID();
    ChannelAnswer reopen =
        new ChannelAnswer.ReopenAsked(channel, new Epoch(1, UUID.randomUUID()), "断点");
    ChannelAnswer refused =
        new ChannelAnswer.RunRefused(channel, UUID.randomUUID(), "schema-drift", "列");

    assertEquals(
        reopen, AnswerCodec.decode(AnswerCodec.encode(reopen, TARGET), TARGET.signingKey()));
    assertEquals(
        refused, AnswerCodec.decode(AnswerCodec.encode(refused, TARGET), TARGET.signingKey()));
    ChannelAnswer.Receipted receipted =
        (ChannelAnswer.Receipted)
            AnswerCodec.decode(
                AnswerCodec.encode(
                    new ChannelAnswer.Receipted(channel, new byte[] {5}, new byte[] {6, 7}),
                    TARGET),
                TARGET.signingKey());
    assertArrayEquals(new byte[] {5}, receipted.content());
    assertArrayEquals(new byte[] {6, 7}, receipted.targetSignature());
  }

  @Test
  void everySingleFlippedByteIsRefused() {
    byte[] encoded = AnswerCodec.encode(OPENED, TARGET);
    for (int at = 0; at < encoded.length; at++) {
      byte[] altered = encoded.clone();
      altered[at] ^= 0x01;
      assertThrows(
          AnswerRefused.class,
          () -> AnswerCodec.decode(altered, TARGET.signingKey()),
          "byte " + at);
    }
  }

  @Test
  void anAnswerOfSomebodyElseIsRefused() {
    byte[] encoded = AnswerCodec.encode(OPENED, NodeKeys.generate(CryptoSuite.INTL));

    assertThrows(AnswerRefused.class, () -> AnswerCodec.decode(encoded, TARGET.signingKey()));
  }

  @Property(tries = 300)
  void signedNoiseIsRefusedWithoutAnyOtherFailure(@ForAll @Size(max = 300) byte[] noise) {
    byte[] signature = TARGET.sign(noise);
    byte[] signed = java.util.Arrays.copyOf(noise, noise.length + signature.length);
    System.arraycopy(signature, 0, signed, noise.length, signature.length);

    assertThrows(AnswerRefused.class, () -> AnswerCodec.decode(signed, TARGET.signingKey()));
  }
}
