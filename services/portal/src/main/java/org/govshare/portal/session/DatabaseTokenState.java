package org.govshare.portal.session;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.govshare.portal.PortalConfig;

/**
 * Keeps the tokens of a login in the database and hands the browser nothing but a random
 * identifier. A session keeps its identifier when its tokens are renewed, so that requests which
 * were under way meanwhile still find it; a new login always gets a new one.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class DatabaseTokenState implements TokenStateManager {

  /** Set by the OIDC extension while it exchanges a refresh token. */
  private static final String REFRESHING = "refresh_token_grant_response";

  /** Set by the OIDC extension: seconds the session cookie is to live. */
  private static final String MAX_AGE = "session-max-age";

  private static final String RENEWED_ID = "govshare.renewed-session";

  private final SessionRepository sessions;
  private final TokenCipher cipher;
  private final PortalConfig config;
  private final Clock clock;

  DatabaseTokenState(
      SessionRepository sessions, TokenCipher cipher, PortalConfig config, Clock clock) {
    this.sessions = sessions;
    this.cipher = cipher;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public Uni<String> createTokenState(
      RoutingContext context,
      OidcTenantConfig oidcConfig,
      AuthorizationCodeTokens tokens,
      OidcRequestContext<String> requestContext) {
    Instant now = clock.instant();
    Number maxAge = context.get(MAX_AGE);
    Instant expires =
        now.plus(maxAge == null ? Duration.ofMinutes(30) : Duration.ofSeconds(maxAge.longValue()));
    SessionId renewed = context.get(RENEWED_ID);
    if (renewed != null) {
      return sessions
          .renew(renewed, cipher.encrypt(renewed, StoredTokens.write(tokens)), now, expires)
          .map(
              found -> {
                if (!found) {
                  throw new AuthenticationFailedException("The session has been revoked");
                }
                return renewed.value();
              });
    }
    SessionId id = SessionId.random();
    JsonObject claims = OidcCommonUtils.decodeJwtContent(tokens.getIdToken());
    return sessions
        .insert(
            id,
            claims.getString("sub"),
            claims.getString("preferred_username", claims.getString("sub")),
            cipher.encrypt(id, StoredTokens.write(tokens)),
            now,
            expires)
        .replaceWith(id.value());
  }

  @Override
  public Uni<AuthorizationCodeTokens> getTokens(
      RoutingContext context,
      OidcTenantConfig oidcConfig,
      String tokenState,
      OidcRequestContext<AuthorizationCodeTokens> requestContext) {
    SessionId id;
    try {
      id = new SessionId(tokenState);
    } catch (IllegalArgumentException e) {
      return Uni.createFrom().failure(new AuthenticationFailedException(e));
    }
    Instant now = clock.instant();
    return sessions
        .findTokens(id, now, now.minus(config.session().lifetime()))
        .map(
            stored -> {
              byte[] bytes =
                  stored.orElseThrow(
                      () -> new AuthenticationFailedException("The session has ended"));
              try {
                return StoredTokens.read(cipher.decrypt(id, bytes));
              } catch (GeneralSecurityException e) {
                throw new AuthenticationFailedException("The session cannot be read", e);
              }
            });
  }

  @Override
  public Uni<Void> deleteTokens(
      RoutingContext context,
      OidcTenantConfig oidcConfig,
      String tokenState,
      OidcRequestContext<Void> requestContext) {
    SessionId id;
    try {
      id = new SessionId(tokenState);
    } catch (IllegalArgumentException e) {
      return Uni.createFrom().voidItem();
    }
    if (Boolean.TRUE.equals(context.get(REFRESHING))) {
      context.put(RENEWED_ID, id);
      return Uni.createFrom().voidItem();
    }
    return sessions.delete(id);
  }
}
