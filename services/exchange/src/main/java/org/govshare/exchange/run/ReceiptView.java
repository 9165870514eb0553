package org.govshare.exchange.run;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.govshare.protocol.frame.FrameKind;

/**
 * A receipt with everything that is needed to check it again elsewhere.
 *
 * @param channelId its channel
 * @param sequence its number there
 * @param kind kind of the frame it is about
 * @param epoch counter of the epoch of the frame
 * @param rows rows of the frame
 * @param bytes their bytes before compression
 * @param wireBytes bytes of the frame
 * @param frameDigest digest of the frame, in hexadecimal
 * @param digest digest of the receipt
 * @param previousDigest digest of the receipt before it
 * @param committedAt when the target committed the frame
 * @param receivedAt when the receipt came here
 * @param content base64 of the bytes that are signed
 * @param targetSignature base64 of the target's signature
 * @param sourceSignature base64 of the source's signature
 */
@RegisterForReflection
public record ReceiptView(
    UUID channelId,
    long sequence,
    FrameKind kind,
    long epoch,
    long rows,
    long bytes,
    long wireBytes,
    String frameDigest,
    String digest,
    String previousDigest,
    Instant committedAt,
    Instant receivedAt,
    String content,
    String targetSignature,
    String sourceSignature) {}
