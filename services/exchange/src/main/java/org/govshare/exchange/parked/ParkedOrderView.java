package org.govshare.exchange.parked;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision to give parked rows up.
 *
 * @param id its identifier
 * @param runId only those that this run brought, absent for all
 * @param reason only those with this reason, absent for all
 * @param grounds why
 * @param rows how many waited when it was taken
 * @param orderedBy who took it
 * @param orderedAt when
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ParkedOrderView(
    UUID id,
    UUID runId,
    String reason,
    String grounds,
    long rows,
    String orderedBy,
    Instant orderedAt) {}
