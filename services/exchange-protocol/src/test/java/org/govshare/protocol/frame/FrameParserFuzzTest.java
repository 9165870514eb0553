package org.govshare.protocol.frame;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.govshare.protocol.channel.AnswerCodec;
import org.govshare.protocol.channel.AnswerRefused;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Keyring;
import org.govshare.protocol.receipt.Receipt;
import org.govshare.protocol.receipt.ReceiptRefused;

/**
 * Every parser of the protocol refuses what it cannot use and fails in no other way. Without {@code
 * JAZZER_FUZZ=1} the committed inputs are tried, with it new ones are looked for.
 */
class FrameParserFuzzTest {
  private static final Keyring KEYS = Keyring.generate();

  @FuzzTest(maxDuration = "2m")
  void aFrameIsParsedOrRefused(byte[] bytes) {
    try {
      Frame frame = FrameCodec.parse(bytes);
      CryptoSuite suite = frame.header().suite();
      frame.requireSignature(KEYS.of(suite).signingKey());
      throw new AssertionError("signed by a key that signed nothing");
    } catch (FrameRefused expected) {
      // The only way out.
    }
  }

  @FuzzTest(maxDuration = "2m")
  void anAnswerIsParsedOrRefused(byte[] bytes) {
    try {
      AnswerCodec.decode(bytes, KEYS.of(CryptoSuite.INTL).signingKey());
      throw new AssertionError("signed by a key that signed nothing");
    } catch (AnswerRefused expected) {
      // The only way out.
    }
  }

  @FuzzTest(maxDuration = "2m")
  void aReceiptIsParsedOrRefused(byte[] bytes) {
    try {
      Receipt receipt = Receipt.parse(bytes);
      if (!java.util.Arrays.equals(receipt.content(), bytes)) {
        throw new AssertionError("two contents of one receipt");
      }
    } catch (ReceiptRefused expected) {
      // Fine as well.
    }
  }
}
