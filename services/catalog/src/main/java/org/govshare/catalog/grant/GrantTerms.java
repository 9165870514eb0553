package org.govshare.catalog.grant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A grant as other features see it.
 *
 * @param replacedBy grant that takes its place, or {@code null}
 */
public record GrantTerms(
    UUID id,
    UUID requestId,
    UUID resourceId,
    String providerDepartment,
    String requesterDepartment,
    List<UUID> itemIds,
    List<String> itemNames,
    GrantState state,
    Instant expiresAt,
    UUID replacedBy) {}
