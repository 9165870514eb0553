package org.govshare.protocol.control;

import java.util.UUID;

/**
 * A receipt with both signatures, as sent on {@code receipt.exchange}.
 *
 * @param channelId the channel
 * @param content base64 of the receipt's canonical bytes
 * @param targetSignature base64 of the target's signature over them
 * @param sourceSignature base64 of the source's signature over them
 */
public record ForwardedReceipt(
    UUID channelId, String content, String targetSignature, String sourceSignature) {}
