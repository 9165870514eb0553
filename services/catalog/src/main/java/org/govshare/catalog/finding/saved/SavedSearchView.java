package org.govshare.catalog.finding.saved;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.govshare.platform.version.Versioned;

/**
 * A search that the caller keeps. The revision is the number in its {@code ETag}.
 *
 * @param query as the address of a list of resources holds it
 * @param lookedAt when its owner looked at what it finds last
 * @param newSince how many of what it finds were published on that day or later
 */
@RegisterForReflection
record SavedSearchView(
    UUID id,
    String name,
    String query,
    Instant createdAt,
    Instant lookedAt,
    long newSince,
    long revision)
    implements Versioned {}
