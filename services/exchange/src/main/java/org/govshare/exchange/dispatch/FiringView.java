package org.govshare.exchange.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.govshare.exchange.run.RunCause;

/**
 * A run that is, or was, to be started.
 *
 * @param id its identifier
 * @param cause what makes the service run
 * @param scheduledFor when it became due
 * @param notBefore when it may start at the earliest
 * @param priority 1 to 9; the greater one starts first
 * @param attempt which attempt it is, from 1
 * @param state what has become of it
 * @param runId its run, once there is one
 * @param reason code of why it waits or came to nothing
 * @param changedAt when it last changed
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FiringView(
    UUID id,
    RunCause cause,
    Instant scheduledFor,
    Instant notBefore,
    int priority,
    int attempt,
    FiringState state,
    UUID runId,
    String reason,
    Instant changedAt) {}
