package org.govshare.exchange.grant;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The catalogue's fact that a grant has been taken back.
 *
 * @param grantId the grant
 * @param reason why, in the provider's words
 * @param revokedAt when
 */
@RegisterForReflection
public record GrantRevoked(UUID grantId, String reason, Instant revokedAt) {

  /** Refuses a fact that does not say which grant. */
  public GrantRevoked {
    Objects.requireNonNull(grantId, "grantId");
  }
}
