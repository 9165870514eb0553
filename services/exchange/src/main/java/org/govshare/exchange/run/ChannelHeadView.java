package org.govshare.exchange.run;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A head of a channel's receipts with the exchange's signature.
 *
 * @param channelId the channel
 * @param sequence number of the receipt in its channel
 * @param digest its digest, in hexadecimal
 * @param signedAt when the exchange signed
 * @param keyId fingerprint of the key that signed, in hexadecimal
 * @param signature the signature, in base64
 */
@RegisterForReflection
public record ChannelHeadView(
    UUID channelId,
    long sequence,
    String digest,
    Instant signedAt,
    String keyId,
    String signature) {}
