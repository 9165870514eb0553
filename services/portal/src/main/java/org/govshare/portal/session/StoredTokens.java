package org.govshare.portal.session;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;

/** The tokens of a session as the bytes that are encrypted and kept. */
final class StoredTokens {

  private StoredTokens() {}

  static byte[] write(AuthorizationCodeTokens tokens) {
    return new JsonObject()
        .put("id", tokens.getIdToken())
        .put("access", tokens.getAccessToken())
        .put("refresh", tokens.getRefreshToken())
        .put("expiresIn", tokens.getAccessTokenExpiresIn())
        .put("scope", tokens.getAccessTokenScope())
        .encode()
        .getBytes(StandardCharsets.UTF_8);
  }

  static AuthorizationCodeTokens read(byte[] bytes) {
    JsonObject json = new JsonObject(new String(bytes, StandardCharsets.UTF_8));
    return new AuthorizationCodeTokens(
        json.getString("id"),
        json.getString("access"),
        json.getString("refresh"),
        json.getLong("expiresIn"),
        json.getString("scope"));
  }
}
