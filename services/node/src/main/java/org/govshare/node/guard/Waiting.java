package org.govshare.node.guard;

import java.time.Instant;
import org.govshare.protocol.control.StartRun;

/**
 * A run's channel that stands by because the provider does not let it send.
 *
 * @param command what the centre asked for
 * @param reason why, as a kebab-case code
 * @param detail the same in words
 * @param since when it came to stand by
 */
public record Waiting(StartRun command, String reason, String detail, Instant since) {}
