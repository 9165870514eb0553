package org.govshare.protocol.control;

import java.util.UUID;

/**
 * Command that gives a run under way more time.
 *
 * @param runId the run
 * @param channelId its channel
 * @param lease the lease that takes the former one's place
 */
public record RenewLease(UUID runId, UUID channelId, SignedLease lease) {}
