package org.govshare.protocol.control;

import java.time.Instant;
import java.util.UUID;

/**
 * Cumulative figures of a run's channel at one end, as sent on {@code telemetry.monitoring}. They
 * never shrink: keep the greatest per run, channel and side, and sum over channels.
 *
 * @param type {@value #TYPE}
 * @param node who speaks
 * @param side which end
 * @param service exchange service
 * @param domain its domain's code
 * @param run the run
 * @param channel its channel
 * @param messages frames committed, the end frame included
 * @param rows rows committed
 * @param bytes their bytes before compression
 * @param wireBytes bytes of their frames
 * @param at when
 */
public record ChannelTelemetry(
    String type,
    String node,
    Side side,
    UUID service,
    String domain,
    UUID run,
    UUID channel,
    long messages,
    long rows,
    long bytes,
    long wireBytes,
    Instant at) {
  /** Value of {@code type}. */
  public static final String TYPE = "ChannelTelemetry";
}
