package org.govshare.platform.reactive.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;

/**
 * An OpenID Connect issuer with a key of its own: the service fetches its metadata and keys over
 * HTTP and checks the signature, issuer, audience and expiry of every token. {@link TestToken}
 * signs with its key.
 */
public class TokenIssuerResource implements QuarkusTestResourceLifecycleManager {

  static final String ISSUER_PROPERTY = "govshare.test.issuer";
  static final String KEY_PROPERTY = "govshare.test.issuer.key";
  static final String KEY_ID = "test-key";

  private HttpServer server;

  @Override
  public Map<String, String> start() {
    KeyPair keys = keys();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String issuer = "http://localhost:" + server.getAddress().getPort() + "/realms/govshare";
    serve(
        "/realms/govshare/.well-known/openid-configuration",
        """
        {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token",
         "authorization_endpoint":"%1$s/auth","id_token_signing_alg_values_supported":["RS256"],
         "response_types_supported":["code"],"subject_types_supported":["public"]}
        """
            .formatted(issuer));
    serve("/realms/govshare/keys", keySet((RSAPublicKey) keys.getPublic()));
    server.start();
    System.setProperty(ISSUER_PROPERTY, issuer);
    System.setProperty(
        KEY_PROPERTY, Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
    return Map.of("quarkus.oidc.auth-server-url", issuer);
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String keySet(RSAPublicKey key) {
    return """
    {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}
    """
        .formatted(KEY_ID, unsigned(key.getModulus()), unsigned(key.getPublicExponent()));
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    byte[] digits = new byte[bytes.length - from];
    System.arraycopy(bytes, from, digits, 0, digits.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digits);
  }

  private void serve(String path, String body) {
    server.createContext(path, exchange -> answer(exchange, body));
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }
}
