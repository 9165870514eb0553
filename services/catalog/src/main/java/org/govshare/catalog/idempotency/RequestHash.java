package org.govshare.catalog.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Sums up a request, so that another one under the same key is noticed. */
final class RequestHash {

  private RequestHash() {}

  /** Parts are kept apart: moving a character from one to the next changes the sum. */
  static String of(String address, String ifMatch, byte[] body) {
    MessageDigest digest = sha256();
    for (String part : new String[] {address, ifMatch == null ? "" : ifMatch}) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest(body));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
