package org.govshare.protocol.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealedTextTest {
  private static final String TEXT = "[[\"统一社会信用代码\",null]]";

  private static KeyPair pair(String curve) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }

  private static String text(KeyPair pair) {
    return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  @Test
  void onlyTheReaderOpensItAndOnlyForWhatItBelongsTo() throws Exception {
    KeyPair reader = pair("secp256r1");
    SealedText sealed = SealedText.seal(text(reader), "one", TEXT);

    assertEquals(TEXT, sealed.open(reader.getPrivate(), "one"));
    assertThrows(CryptoFailure.class, () -> sealed.open(reader.getPrivate(), "two"));
    KeyPair other = pair("secp256r1");
    assertThrows(CryptoFailure.class, () -> sealed.open(other.getPrivate(), "one"));
    String content =
        new String(Base64.getDecoder().decode(sealed.content()), StandardCharsets.ISO_8859_1);
    String name = new String("信用代码".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertFalse(content.contains(name));
    assertNotEquals(sealed, SealedText.seal(text(reader), "one", TEXT));
  }

  @Test
  void everyAlteredByteIsNoticed() throws Exception {
    KeyPair reader = pair("secp256r1");
    SealedText sealed = SealedText.seal(text(reader), "one", TEXT);
    byte[] content = Base64.getDecoder().decode(sealed.content());
    for (int i = 0; i < content.length; i++) {
      byte[] altered = content.clone();
      altered[i] ^= 1;
      SealedText other = new SealedText(sealed.key(), Base64.getEncoder().encodeToString(altered));
      assertThrows(CryptoFailure.class, () -> other.open(reader.getPrivate(), "one"));
    }
  }

  @Test
  void keysOfAnotherKindAreRefused() throws Exception {
    String otherCurve = text(pair("secp384r1"));
    assertThrows(CryptoFailure.class, () -> SealedText.seal(otherCurve, "one", TEXT));
    assertThrows(CryptoFailure.class, () -> SealedText.publicKey("no key"));
    assertThrows(CryptoFailure.class, () -> SealedText.publicKey("AAAA"));
  }
}
