package org.govshare.exchange.announcement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A run is in another state.
 *
 * @param run its identifier
 * @param service the exchange service it is a run of
 * @param state {@code REQUESTED}, {@code RUNNING}, {@code COMPLETED}, {@code FAILED}, {@code
 *     STOPPED}
 * @param at since when
 */
@RegisterForReflection
public record RunChanged(UUID run, UUID service, String state, Instant at) {}
