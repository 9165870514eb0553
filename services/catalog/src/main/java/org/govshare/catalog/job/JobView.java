package org.govshare.catalog.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A job as its owner sees it.
 *
 * @param id identity
 * @param kind what it does, a stable word
 * @param state where it stands
 * @param stage what it is busy with, a stable word of its kind, absent before it has begun
 * @param done how much is done, in units of its kind
 * @param total how much there is to do, absent while that is not known
 * @param message why it failed, in the caller's language
 * @param problem code of that reason
 * @param result address of what came of it, absent before it has ended well
 * @param cancelRequested whether it was asked to stop
 * @param createdAt when it was ordered
 * @param startedAt when work on it began
 * @param endedAt when it ended
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobView(
    UUID id,
    String kind,
    JobState state,
    String stage,
    long done,
    Long total,
    String message,
    String problem,
    String result,
    boolean cancelRequested,
    Instant createdAt,
    Instant startedAt,
    Instant endedAt) {}
