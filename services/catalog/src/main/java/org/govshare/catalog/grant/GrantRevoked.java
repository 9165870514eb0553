package org.govshare.catalog.grant;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** Fact for the exchange: a grant no longer holds. */
@RegisterForReflection
record GrantRevoked(UUID grantId, String reason, Instant revokedAt) {}
