package org.govshare.protocol.control;

import java.time.Instant;
import java.util.UUID;

/**
 * How far a run has come at one end. The figures count from the run's start, and only what the
 * target has committed: at the source they come from verified receipts.
 *
 * @param type {@value #TYPE}
 * @param at when
 * @param runId the run
 * @param channelId its channel
 * @param side which end speaks
 * @param state the run's state there
 * @param epoch counter of the channel's epoch, 0 before the first
 * @param messages frames committed, the end frame included
 * @param rows rows committed
 * @param bytes their bytes before compression
 * @param wireBytes bytes of their frames
 * @param reason kebab-case code of why it failed or stopped, or null
 * @param detail the same in words, or null
 * @param restart how often the channel had been started again in this run
 * @param expectedRows rows that the source's database expects the channel to bring in the whole
 *     run, an estimate; null where nobody can know
 * @param rescanned whether the source has gone back behind the channel's position, because its
 *     database does not show how long transactions have been open; null if not
 */
public record RunProgress(
    String type,
    Instant at,
    UUID runId,
    UUID channelId,
    Side side,
    RunState state,
    long epoch,
    long messages,
    long rows,
    long bytes,
    long wireBytes,
    String reason,
    String detail,
    int restart,
    Long expectedRows,
    Boolean rescanned)
    implements NodeEvent {
  /** Value of {@code type}. */
  public static final String TYPE = "RunProgress";
}
