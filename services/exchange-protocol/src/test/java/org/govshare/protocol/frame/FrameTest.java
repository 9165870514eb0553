package org.govshare.protocol.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.crypto.Keyring;
import org.govshare.protocol.crypto.NodeKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrameTest {
  private static final Keyring SOURCE = Keyring.generate();
  private static final Keyring TARGET = Keyring.generate();
  private static final UUID CHANNEL = UUID.randomUUID();
  private static final UUID RUN = UUID.randomUUID();
  private static final Epoch EPOCH = new Epoch(3, UUID.randomUUID());
  private static final Digest SCHEMA =
      SchemaHash.of(CryptoSuite.INTL, List.of(new SchemaHash.Column("id", "bigint")));

  private static FrameSealer sealer(CryptoSuite suite) {
    return new FrameSealer(
        SOURCE.of(suite),
        TARGET.of(suite).agreementKey(),
        CHANNEL,
        RUN,
        EPOCH,
        SCHEMA,
        41,
        Digest.sha256(new byte[1]));
  }

  private static byte[] open(byte[] frame) {
    return open(CryptoSuite.of(frame[6]), frame);
  }

  private static byte[] open(CryptoSuite suite, byte[] frame) {
    Frame parsed = FrameCodec.parse(frame);
    parsed.requireSignature(SOURCE.of(suite).signingKey());
    byte[] content = new byte[FrameOpener.contentLength(parsed)];
    new FrameOpener(TARGET.of(suite)).open(parsed, content);
    return content;
  }

  @Property(tries = 200)
  void whatIsSealedIsOpenedAsItWas(
      @ForAll CryptoSuite suite,
      @ForAll @Size(max = 5000) byte[] content,
      @ForAll @Size(max = 200) byte[] position,
      @ForAll @IntRange(min = 1, max = 100_000) int rows) {
    SealedFrame sealed =
        sealer(suite).data(rows, content.length, Codec.NONE, content, content.length, position);

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
    assertEquals(suite, frame.header().suite());
    assertEquals(SOURCE.of(suite).keyId(), frame.header().keyId());
    assertArrayEquals(position, frame.header().sealedPosition());
    assertEquals(sealed.digest(), frame.digest());
  }

  @ParameterizedTest
  @EnumSource
  void everySingleFlippedByteIsRefused(CryptoSuite suite) {
    byte[] frame =
        sealer(suite).data(2, 64, Codec.NONE, new byte[64], 64, new byte[] {1, 2, 3}).bytes();
    for (int at = 0; at < frame.length; at++) {
      byte[] altered = frame.clone();
      altered[at] ^= 0x01;
      assertThrows(FrameRefused.class, () -> open(suite, altered), "byte " + at);
    }
  }

  @Property(tries = 500)
  void anyOtherAlterationIsRefused(
      @ForAll CryptoSuite suite,
      @ForAll @IntRange(min = 0, max = 600) int at,
      @ForAll @IntRange(min = 1, max = 255) int bits) {
    byte[] frame = sealer(suite).data(2, 300, Codec.NONE, new byte[300], 300, new byte[9]).bytes();
    byte[] altered = frame.clone();
    altered[at % frame.length] ^= (byte) bits;

    assertThrows(FrameRefused.class, () -> open(suite, altered));
  }

  @Property(tries = 300)
  void everyCutOffFrameIsRefused(
      @ForAll CryptoSuite suite, @ForAll @IntRange(min = 0, max = 800) int length) {
    byte[] frame = sealer(suite).data(1, 300, Codec.NONE, new byte[300], 300, new byte[9]).bytes();
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

  @ParameterizedTest
  @EnumSource
  void aFrameForSomebodyElseCannotBeRead(CryptoSuite suite) {
    byte[] frame = sealer(suite).data(1, 4, Codec.NONE, new byte[4], 4, new byte[0]).bytes();
    Frame parsed = FrameCodec.parse(frame);

    assertThrows(
        FrameRefused.class,
        () -> new FrameOpener(NodeKeys.generate(suite)).open(parsed, new byte[100]));
  }

  @ParameterizedTest
  @EnumSource
  void aFrameOfAnotherSignerIsRefused(CryptoSuite suite) {
    byte[] frame = sealer(suite).data(1, 4, Codec.NONE, new byte[4], 4, new byte[0]).bytes();
    Frame parsed = FrameCodec.parse(frame);

    assertThrows(FrameRefused.class, () -> parsed.requireSignature(TARGET.of(suite).signingKey()));
  }

  @ParameterizedTest
  @EnumSource
  void aFrameOfOneSuiteIsRefusedInTheOther(CryptoSuite suite) {
    CryptoSuite other = suite == CryptoSuite.INTL ? CryptoSuite.GM : CryptoSuite.INTL;
    byte[] frame = sealer(suite).data(1, 4, Codec.NONE, new byte[4], 4, new byte[0]).bytes();
    Frame parsed = FrameCodec.parse(frame);

    assertThrows(FrameRefused.class, () -> parsed.requireSignature(SOURCE.of(other).signingKey()));
    assertThrows(
        FrameRefused.class, () -> new FrameOpener(TARGET.of(other)).open(parsed, new byte[100]));
    byte[] renamed = frame.clone();
    renamed[6] = (byte) other.number();
    assertThrows(FrameRefused.class, () -> FrameCodec.parse(renamed));
  }

  @Test
  void keysOfTwoSuitesMakeNoFrame() {
    assertThrows(
        CryptoFailure.class,
        () ->
            new FrameSealer(
                SOURCE.of(CryptoSuite.GM),
                TARGET.of(CryptoSuite.INTL).agreementKey(),
                CHANNEL,
                RUN,
                EPOCH,
                SCHEMA,
                0,
                Digest.ZERO));
  }

  /**
   * The nonce is the sequence, so it comes again when a source that was killed sends the same
   * sequences once more. What must not come again is the key: not for the next epoch, and not even
   * for the same one.
   */
  @ParameterizedTest
  @EnumSource
  void noKeyAndNonceComeTwiceOverRestarts(CryptoSuite suite) {
    byte[] rows = new byte[64];
    Set<String> keys = new HashSet<>();
    Set<String> payloads = new HashSet<>();
    for (int start = 0; start < 20; start++) {
      FrameSealer restarted =
          new FrameSealer(
              SOURCE.of(suite),
              TARGET.of(suite).agreementKey(),
              CHANNEL,
              RUN,
              start < 10 ? new Epoch(start + 1, UUID.randomUUID()) : EPOCH,
              SCHEMA,
              41,
              Digest.sha256(new byte[1]));
      Frame frame =
          FrameCodec.parse(restarted.data(1, 64, Codec.NONE, rows, 64, new byte[0]).bytes());
      assertEquals(42, frame.header().sequence());
      keys.add(hex(frame.header().keyBlock()));
      payloads.add(hex(frame.payload()));
    }
    assertEquals(20, keys.size());
    assertEquals(20, payloads.size());
  }

  @ParameterizedTest
  @EnumSource
  void framesOfAnEpochFormAChain(CryptoSuite suite) {
    FrameSealer sealer = sealer(suite);
    SealedFrame first = sealer.data(1, 4, Codec.NONE, new byte[4], 4, new byte[0]);
    SealedFrame second = sealer.end(new EndBody(1, 1, 4), new byte[0]);

    assertEquals(43, second.sequence());
    assertEquals(first.digest(), FrameCodec.parse(second.bytes()).header().previous());
    assertEquals(
        new EndBody(1, 1, 4),
        new FrameOpener(TARGET.of(suite)).end(FrameCodec.parse(second.bytes())));
  }

  @ParameterizedTest
  @EnumSource
  void equalRowsLookDifferentInEachFrameAndEpoch(CryptoSuite suite) {
    FrameSealer sealer = sealer(suite);
    byte[] rows = new byte[64];
    byte[] first =
        FrameCodec.parse(sealer.data(1, 64, Codec.NONE, rows, 64, new byte[0]).bytes()).payload();
    byte[] second =
        FrameCodec.parse(sealer.data(1, 64, Codec.NONE, rows, 64, new byte[0]).bytes()).payload();
    byte[] other =
        FrameCodec.parse(sealer(suite).data(1, 64, Codec.NONE, rows, 64, new byte[0]).bytes())
            .payload();

    assertEquals(3, List.of(hex(first), hex(second), hex(other)).stream().distinct().count());
  }

  @ParameterizedTest
  @EnumSource
  void anOpenFrameSaysWhatItWasMadeWith(CryptoSuite suite) {
    OpenBody body = new OpenBody(UUID.randomUUID(), TransferMode.INCREMENT, 77);
    SealedFrame sealed = FrameSealer.open(SOURCE.of(suite), CHANNEL, RUN, SCHEMA, body);
    Frame frame = FrameCodec.parse(sealed.bytes());
    frame.requireSignature(SOURCE.of(suite).signingKey());

    assertEquals(FrameKind.OPEN, frame.header().kind());
    assertEquals(body, FrameOpener.openBody(frame));
  }

  @Test
  void limitsAreKept() {
    byte[] large = new byte[FrameCodec.MAXIMUM_PLAIN + 1];
    assertThrows(
        FrameRefused.class,
        () ->
            sealer(CryptoSuite.INTL)
                .data(1, large.length, Codec.NONE, large, large.length, new byte[0]));
    assertThrows(
        FrameRefused.class,
        () ->
            sealer(CryptoSuite.INTL)
                .data(1, 4, Codec.NONE, large, 4, new byte[FrameCodec.MAXIMUM_POSITION + 1]));
    assertThrows(
        FrameRefused.class,
        () -> sealer(CryptoSuite.INTL).data(0, 4, Codec.NONE, large, 4, new byte[0]));
    assertThrows(
        FrameRefused.class, () -> FrameCodec.parse(new byte[FrameCodec.maximumLength() + 1]));
  }

  @Test
  void theSchemaHashDependsOnNameTypeAndOrder() {
    SchemaHash.Column a = new SchemaHash.Column("a", "text");
    SchemaHash.Column b = new SchemaHash.Column("b", "text");
    assertEquals(
        6,
        List.of(
                SchemaHash.of(CryptoSuite.GM, List.of(a, b)),
                SchemaHash.of(CryptoSuite.INTL, List.of(a, b)),
                SchemaHash.of(CryptoSuite.INTL, List.of(b, a)),
                SchemaHash.of(CryptoSuite.INTL, List.of(a)),
                SchemaHash.of(CryptoSuite.INTL, List.of(a, new SchemaHash.Column("b", "integer"))),
                SchemaHash.of(CryptoSuite.INTL, List.of(new SchemaHash.Column("at", "ext"), b)))
            .stream()
            .distinct()
            .count());
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }
}
