package org.govshare.exchange.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A channel of a run that the provider's own node does not let send.
 *
 * @param channelId the channel
 * @param node code of the provider's node
 * @param reason {@code held-by-provider}, {@code approval-missing}, {@code beyond-approval}, {@code
 *     approval-expired}, {@code approval-refused} or {@code approval-altered}
 * @param detail the same in the node's words
 * @param reportedAt when the node said so
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WithholdingView(
    UUID channelId, String node, String reason, String detail, Instant reportedAt) {}
