package org.govshare.protocol.control;

import java.util.UUID;

/**
 * Command to say again how a run stands, because nothing has been heard of it for a while: the
 * broker may have lost what the node said. A source also sends again the receipts that it holds
 * after one. Obeying it twice changes nothing.
 *
 * @param runId the run
 * @param channelId its channel
 * @param lastReceipt sequence of the channel's last receipt at the centre, 0 for none
 */
public record ReportRun(UUID runId, UUID channelId, long lastReceipt) {}
