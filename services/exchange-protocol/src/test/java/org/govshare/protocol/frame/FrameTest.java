package org.govshare.protocol.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.crypto.NodeKeys;
import org.junit.jupiter.api.Test;

class FrameTest {
  private static final NodeKeys SOURCE = NodeKeys.generate();
  private static final NodeKeys TARGET = NodeKeys.generate();
  private static final UUID CHANNEL = UUID.randomUUID();
  private static final UUID RUN = UUID.randomUUID();
  private static final Epoch EPOCH = new Epoch(3, UUID.randomUUID());
  private static final Digest SCHEMA =
      SchemaHash.of(List.of(new SchemaHash.Column("id", "bigint")));

  private static FrameSealer sealer() {
    return new FrameSealer(
        SOURCE, TARGET.agreementKey(), CHANNEL, RUN, EPOCH, SCHEMA, 41, Digest.sha256(new byte[1]));
  }

  private static byte[] open(byte[] frame) {
    Frame parsed = FrameCodec.parse(frame);
    parsed.requireSignature(SOURCE.signingKey());
    byte[] content = new byte[FrameOpener.contentLength(parsed)];
    new FrameOpener(TARGET).open(parsed, content);
    return content;
  }

  @Property(tries = 200)
  void whatIsSealedIsOpenedAsItWas(
      @ForAll @Size(max = 5000) byte[] content,
      @ForAll @Size(max = 200) byte[] position,
      @ForAll @IntRange(min = 1, max = 100_000) int rows) {
    SealedFrame sealed =
        sealer().data(rows, content.length, Codec.NONE, content, content.length, position);

    Frame frame = FrameCodec.parse(sealed.bytes());

    assertArrayEquals(content, open(sealed.bytes()));
    assertEquals(rows, frame.header().rows());
    assertEquals(content.length, frame.header().plainLength());
    assertEquals(42, frame.header().sequence());
    assertEquals(EPOCH, frame.header().epoch());
    assertEquals(CHANNEL, frame.header().channel());
    assertEquals(RUN, frame.header().run());
    assertEquals(SCHEMA, frame.header().schemaHash());
    assertEquals(Digest.sha256(new byte[1]), frame.header().previous());
    assertEquals(SOURCE.keyId(), frame.header().keyId());
    assertArrayEquals(position, frame.header().sealedPosition());
    assertEquals(sealed.digest(), frame.digest());
  }

  @Test
  void everySingleFlippedByteIsRefused() {
    byte[] frame = sealer().data(2, 64, Codec.NONE, new byte[64], 64, new byte[] {1, 2, 3}).bytes();
    for (int at = 0; at < frame.length; at++) {
      byte[] altered = frame.clone();
      altered[at] ^= 0x01;
      assertThrows(FrameRefused.class, () -> open(altered), "byte " + at);
    }
  }

  @Property(tries = 500)
  void anyOtherAlterationIsRefused(
      @ForAll @IntRange(min = 0, max = 600) int at,
      @ForAll @IntRange(min = 1, max = 255) int bits) {
    byte[] frame = sealer().data(2, 300, Codec.NONE, new byte[300], 300, new byte[9]).bytes();
    byte[] altered = frame.clone();
    altered[at % frame.length] ^= (byte) bits;

    assertThrows(FrameRefused.class, () -> open(altered));
  }

  @Property(tries = 300)
  void everyCutOffFrameIsRefused(@ForAll @IntRange(min = 0, max = 800) int length) {
    byte[] frame = sealer().data(1, 300, Codec.NONE, new byte[300], 300, new byte[9]).bytes();
    byte[] cut = Arrays.copyOf(frame, Math.min(length, frame.length - 1));

    assertThrows(FrameRefused.class, () -> FrameCodec.parse(cut));
  }

  @Property(tries = 500)
  void bytesThatAreNoFrameAreRefusedWithoutAnyOtherFailure(@ForAll("noise") byte[] noise) {
    assertThrows(FrameRefused.class, () -> FrameCodec.parse(noise));
  }

  @Provide
  Arbitrary<byte[]> noise() {
    Arbitrary<byte[]> random = Arbitraries.bytes().array(byte[].class).ofMaxSize(2000);
    return Arbitraries.oneOf(
        random,
        random.map(
            bytes -> {
              byte[] withMagic = Arrays.copyOf(bytes, Math.max(bytes.length, 400));
              System.arraycopy(
                  new byte[] {'G', 'S', 'F', '1', 1, 2, 1, 1, 1, 0}, 0, withMagic, 0, 10);
              return withMagic;
            }));
  }

  @Test
  void aFrameForSomebodyElseCannotBeRead() {
    byte[] frame = sealer().data(1, 4, Codec.NONE, new byte[4], 4, new byte[0]).bytes();
    Frame parsed = FrameCodec.parse(frame);

    assertThrows(
        FrameRefused.class, () -> new FrameOpener(NodeKeys.generate()).open(parsed, new byte[100]));
  }

  @Test
  void aFrameOfAnotherSignerIsRefused() {
    byte[] frame = sealer().data(1, 4, Codec.NONE, new byte[4], 4, new byte[0]).bytes();
    Frame parsed = FrameCodec.parse(frame);

    assertThrows(FrameRefused.class, () -> parsed.requireSignature(TARGET.signingKey()));
  }

  @Test
  void framesOfAnEpochFormAChain() {
    FrameSealer sealer = sealer();
    SealedFrame first = sealer.data(1, 4, Codec.NONE, new byte[4], 4, new byte[0]);
    SealedFrame second = sealer.end(new EndBody(1, 1, 4), new byte[0]);

    assertEquals(43, second.sequence());
    assertEquals(first.digest(), FrameCodec.parse(second.bytes()).header().previous());
    assertEquals(
        new EndBody(1, 1, 4), new FrameOpener(TARGET).end(FrameCodec.parse(second.bytes())));
  }

  @Test
  void equalRowsLookDifferentInEachFrameAndEpoch() {
    FrameSealer sealer = sealer();
    byte[] rows = new byte[64];
    byte[] first =
        FrameCodec.parse(sealer.data(1, 64, Codec.NONE, rows, 64, new byte[0]).bytes()).payload();
    byte[] second =
        FrameCodec.parse(sealer.data(1, 64, Codec.NONE, rows, 64, new byte[0]).bytes()).payload();
    byte[] other =
        FrameCodec.parse(sealer().data(1, 64, Codec.NONE, rows, 64, new byte[0]).bytes()).payload();

    assertEquals(3, List.of(hex(first), hex(second), hex(other)).stream().distinct().count());
  }

  @Test
  void anOpenFrameSaysWhatItWasMadeWith() {
    OpenBody body = new OpenBody(UUID.randomUUID(), TransferMode.INCREMENT, 77);
    SealedFrame sealed = FrameSealer.open(SOURCE, CHANNEL, RUN, SCHEMA, body);
    Frame frame = FrameCodec.parse(sealed.bytes());
    frame.requireSignature(SOURCE.signingKey());

    assertEquals(FrameKind.OPEN, frame.header().kind());
    assertEquals(body, FrameOpener.openBody(frame));
  }

  @Test
  void limitsAreKept() {
    byte[] large = new byte[FrameCodec.MAXIMUM_PLAIN + 1];
    assertThrows(
        FrameRefused.class,
        () -> sealer().data(1, large.length, Codec.NONE, large, large.length, new byte[0]));
    assertThrows(
        FrameRefused.class,
        () -> sealer().data(1, 4, Codec.NONE, large, 4, new byte[FrameCodec.MAXIMUM_POSITION + 1]));
    assertThrows(FrameRefused.class, () -> sealer().data(0, 4, Codec.NONE, large, 4, new byte[0]));
    assertThrows(
        FrameRefused.class, () -> FrameCodec.parse(new byte[FrameCodec.maximumLength() + 1]));
  }

  @Test
  void theSchemaHashDependsOnNameTypeAndOrder() {
    SchemaHash.Column a = new SchemaHash.Column("a", "text");
    SchemaHash.Column b = new SchemaHash.Column("b", "text");
    assertEquals(
        5,
        List.of(
                SchemaHash.of(List.of(a, b)),
                SchemaHash.of(List.of(b, a)),
                SchemaHash.of(List.of(a)),
                SchemaHash.of(List.of(a, new SchemaHash.Column("b", "integer"))),
                SchemaHash.of(List.of(new SchemaHash.Column("at", "ext"), b)))
            .stream()
            .distinct()
            .count());
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }
}
