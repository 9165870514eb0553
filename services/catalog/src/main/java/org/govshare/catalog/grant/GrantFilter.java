package org.govshare.catalog.grant;

import java.time.Instant;
import java.util.UUID;

/**
 * What a caller asks of a list of grants; every part may be {@code null}.
 *
 * @param role given or held by the caller's department
 * @param state as it is at present
 * @param department code of the other department
 * @param resource any version of this resource
 * @param item this item
 * @param expiringBefore those that end before then, the first to end first
 */
record GrantFilter(
    GrantRole role,
    GrantState state,
    String department,
    UUID resource,
    UUID item,
    Instant expiringBefore) {}
