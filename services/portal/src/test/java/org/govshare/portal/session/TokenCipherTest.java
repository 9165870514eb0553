package org.govshare.portal.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokenCipherTest {

  private static final byte[] PLAIN = "tokens".getBytes(StandardCharsets.UTF_8);

  private final TokenCipher cipher = new TokenCipher(key(1));
  private final SessionId id = SessionId.random();

  @Test
  void whatWasEncryptedIsReadAgain() throws Exception {
    assertArrayEquals(PLAIN, cipher.decrypt(id, cipher.encrypt(id, PLAIN)));
  }

  @Test
  void theSameTokensNeverLookTheSame() {
    assertFalse(Arrays.equals(cipher.encrypt(id, PLAIN), cipher.encrypt(id, PLAIN)));
  }

  @Test
  void anotherSessionCannotReadThem() {
    byte[] stored = cipher.encrypt(id, PLAIN);

    assertThrows(GeneralSecurityException.class, () -> cipher.decrypt(SessionId.random(), stored));
  }

  @Test
  void anotherKeyCannotReadThem() {
    byte[] stored = cipher.encrypt(id, PLAIN);

    assertThrows(GeneralSecurityException.class, () -> new TokenCipher(key(2)).decrypt(id, stored));
  }

  @Test
  void anAlteredByteIsNoticed() {
    byte[] stored = cipher.encrypt(id, PLAIN);
    stored[stored.length - 1] ^= 1;

    assertThrows(GeneralSecurityException.class, () -> cipher.decrypt(id, stored));
  }

  @Test
  void aCutOffRowIsNoticed() {
    assertThrows(GeneralSecurityException.class, () -> cipher.decrypt(id, new byte[5]));
  }

  @Test
  void aKeyOfTheWrongLengthIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new TokenCipher(Base64.getEncoder().encodeToString(new byte[16])));
    assertThrows(IllegalArgumentException.class, () -> new TokenCipher("not base64!"));
  }

  private static String key(int seed) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) seed);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
