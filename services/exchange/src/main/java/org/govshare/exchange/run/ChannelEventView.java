package org.govshare.exchange.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that befell a channel of a run.
 *
 * @param runId the run
 * @param channelId the channel
 * @param kind {@code FAILED}, {@code STOPPED}, {@code RESTARTED}, {@code WITHHELD}, {@code
 *     RELEASED}, {@code BACKLOG_DROPPED}, {@code STOOD_BY}, {@code WENT_ON}
 * @param reason code of why
 * @param actor who asked for it, or the node that stood by; absent if nobody did
 * @param at when
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelEventView(
    UUID runId, UUID channelId, String kind, String reason, String actor, Instant at) {}
