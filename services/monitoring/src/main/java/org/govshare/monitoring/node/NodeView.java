package org.govshare.monitoring.node;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A node and whether it is alive.
 *
 * @param agentVersion version of its agent, or {@code null} if it was never heard of
 * @param lastSeen its latest sign of life, or {@code null}
 */
@RegisterForReflection
record NodeView(
    String code,
    String name,
    String department,
    NodeHealth health,
    String agentVersion,
    Instant lastSeen) {}
