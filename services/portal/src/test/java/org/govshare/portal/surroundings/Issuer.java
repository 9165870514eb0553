package org.govshare.portal.surroundings;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A small OpenID provider: everybody is signed in at once, PKCE is checked, tokens are signed. */
public final class Issuer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger ISSUED = new AtomicInteger();

  /** How long tokens are valid; less than the portal's skew means: renewed on the next request. */
  static volatile Duration lifetime = Duration.ofMinutes(5);

  private final HttpServer server;
  private final KeyPair keys;
  private final Map<String, String> challenges = new ConcurrentHashMap<>();

  Issuer() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", this::configuration);
    server.createContext("/jwks", this::jwks);
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void configuration(HttpExchange exchange) throws IOException {
    json(
        exchange,
        Map.of(
            "issuer", url(),
            "authorization_endpoint", url() + "/authorize",
            "token_endpoint", url() + "/token",
            "jwks_uri", url() + "/jwks",
            "end_session_endpoint", url() + "/logout"));
  }

  private void jwks(HttpExchange exchange) throws IOException {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    json(
        exchange,
        Map.of(
            "keys",
            List.of(
                Map.of(
                    "kty", "RSA",
                    "use", "sig",
                    "alg", "RS256",
                    "kid", "test",
                    "n", unsigned(key.getModulus()),
                    "e", unsigned(key.getPublicExponent())))));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
    String code = "code-" + ISSUED.incrementAndGet();
    challenges.put(code, query.get("code_challenge"));
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if ("authorization_code".equals(form.get("grant_type"))
        && !hash(form.get("code_verifier")).equals(challenges.remove(form.get("code")))) {
      exchange.sendResponseHeaders(400, -1);
      exchange.close();
      return;
    }
    json(
        exchange,
        Map.of(
            "token_type", "Bearer",
            "id_token", signed("govshare-portal"),
            "access_token", signed("govshare-catalog"),
            "refresh_token", "refresh-" + ISSUED.incrementAndGet(),
            "expires_in", lifetime.toSeconds()));
  }

  private String signed(String audience) {
    Instant now = Instant.now();
    return Jwt.issuer(url())
        .subject("b8d0")
        .audience(audience)
        .claim("jti", "token-" + ISSUED.incrementAndGet())
        .claim("preferred_username", "sw-requester")
        .claim("department", "sw")
        .claim("realm_access", Map.of("roles", List.of("requester", "offline_access")))
        .issuedAt(now)
        .expiresAt(now.plus(lifetime))
        .jws()
        .keyId("test")
        .sign(keys.getPrivate());
  }

  private static String hash(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
  }

  private static Map<String, String> form(String encoded) {
    Map<String, String> values = new HashMap<>();
    for (String pair : encoded.split("&")) {
      String[] parts = pair.split("=", 2);
      values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return values;
  }

  static void json(HttpExchange exchange, Object body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
