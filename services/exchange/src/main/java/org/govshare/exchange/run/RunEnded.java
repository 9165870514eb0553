package org.govshare.exchange.run;

import java.time.Instant;
import java.util.UUID;

/**
 * A run has ended.
 *
 * @param runId the run
 * @param serviceId its service
 * @param phase how it ended
 * @param cause what had made it start
 * @param attempt which attempt it was, from 1
 * @param reason code of why it failed or stopped, or {@code null}
 * @param at when
 */
public record RunEnded(
    UUID runId,
    UUID serviceId,
    RunPhase phase,
    RunCause cause,
    int attempt,
    String reason,
    Instant at) {}
