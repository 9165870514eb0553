package org.govshare.portal.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The random name of a session as the cookie carries it: 256 bits in URL-safe base64.
 *
 * @param value 43 characters
 */
record SessionId(String value) {

  private static final SecureRandom RANDOM = new SecureRandom();

  SessionId {
    if (!value.matches("[A-Za-z0-9_-]{43}")) {
      throw new IllegalArgumentException("A session identifier has 43 characters of base64url");
    }
  }

  static SessionId random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new SessionId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What the database knows of this session: SHA-256 of the identifier. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] bytes() {
    return value.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "session";
  }
}
