package org.govshare.platform.reactive.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A bearer token as the realm would issue it, signed by {@link TokenIssuerResource}'s key.
 *
 * @param user user name
 * @param department code of the department, or {@code null}
 * @param audience service it is for
 * @param roles roles of the realm
 * @param expiresIn from now; negative for one that has expired
 */
public record TestToken(
    String user, String department, String audience, List<String> roles, Duration expiresIn) {

  /** A token for a service, valid for five minutes, without department or roles. */
  public static TestToken of(String user, String audience) {
    return new TestToken(user, null, audience, List.of(), Duration.ofMinutes(5));
  }

  /** The same for a department. */
  public TestToken department(String code) {
    return new TestToken(user, code, audience, roles, expiresIn);
  }

  /** The same with these roles. */
  public TestToken roles(String... names) {
    return new TestToken(user, department, audience, List.of(names), expiresIn);
  }

  /** The same with another expiry. */
  public TestToken expiringIn(Duration duration) {
    return new TestToken(user, department, audience, roles, duration);
  }

  /** The signed token, as it stands after {@code Bearer}. */
  public String sign() {
    long now = Instant.now().getEpochSecond();
    String header =
        "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + TokenIssuerResource.KEY_ID + "\"}";
    String claims =
        "{\"iss\":\"%s\",\"sub\":\"%s\",\"preferred_username\":\"%s\",\"aud\":[\"%s\"],"
                .formatted(
                    System.getProperty(TokenIssuerResource.ISSUER_PROPERTY), user, user, audience)
            + (department == null ? "" : "\"department\":\"" + department + "\",")
            + "\"iat\":%d,\"exp\":%d,\"realm_access\":{\"roles\":[%s]}}"
                .formatted(
                    now - 60,
                    now + expiresIn.toSeconds(),
                    roles.stream().map(r -> '"' + r + '"').collect(Collectors.joining(",")));
    String content = encode(header) + "." + encode(claims);
    return content + "." + signature(content);
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String signature(String content) {
    try {
      byte[] encoded =
          Base64.getDecoder().decode(System.getProperty(TokenIssuerResource.KEY_PROPERTY));
      PrivateKey key =
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
