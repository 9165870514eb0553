package org.govshare.protocol.control;

import java.util.UUID;

/**
 * Command to end a run.
 *
 * @param runId the run
 * @param channelId its channel
 * @param reason why, for the log and the run's record
 */
public record StopRun(UUID runId, UUID channelId, String reason) {}
