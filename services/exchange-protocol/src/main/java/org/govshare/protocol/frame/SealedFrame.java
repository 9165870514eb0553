package org.govshare.protocol.frame;

import org.govshare.protocol.crypto.Digest;

/**
 * A frame ready to be sent.
 *
 * @param sequence its number in the channel, 0 for OPEN
 * @param digest its digest
 * @param bytes the whole frame; not a copy
 */
public record SealedFrame(long sequence, Digest digest, byte[] bytes) {}
