package org.govshare.exchange.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A firing to come.
 *
 * @param dueAt when it is due
 * @param startsAt when the run may start at the earliest: as soon as a window is open
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NextFiring(Instant dueAt, Instant startsAt) {}
