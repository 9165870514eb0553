package org.govshare.exchange.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.service.Mode;
import org.govshare.exchange.service.ServiceSummary;
import org.govshare.protocol.control.RunState;

/**
 * A run.
 *
 * @param id its identifier
 * @param service the service it is a run of
 * @param state where it stands as a whole
 * @param mode what it transfers
 * @param serviceVersion number of the version of the design that it runs
 * @param channelId the channel its frames go through, the first if there are several
 * @param cause what made it start
 * @param attempt which attempt it is, from 1
 * @param requestedBy who started it
 * @param requestedAt when it was asked for
 * @param startedAt when the first node began, absent before
 * @param endedAt when it ended, absent before
 * @param source how far the source has come, over all channels
 * @param target how far the targets have come, over all channels
 * @param receipts the proofs that are here
 * @param reason code of why it failed or stopped
 * @param detail the same in words
 * @param channels each channel by itself, one per target and lane; absent in lists
 * @param progress how fast it goes and what is still to come, absent once it has ended
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunView(
    UUID id,
    Service service,
    RunPhase state,
    Mode mode,
    int serviceVersion,
    UUID channelId,
    RunCause cause,
    int attempt,
    String requestedBy,
    Instant requestedAt,
    Instant startedAt,
    Instant endedAt,
    End source,
    End target,
    Receipts receipts,
    String reason,
    String detail,
    List<ChannelView> channels,
    ProgressView progress) {

  /** The service of a run, in short. */
  @RegisterForReflection
  public record Service(
      UUID id,
      String code,
      String name,
      String domain,
      String sourceNode,
      String targetNode,
      String sourceDepartment,
      String targetDepartment) {

    static Service of(ServiceSummary summary) {
      return new Service(
          summary.id(),
          summary.code(),
          summary.name(),
          summary.domain(),
          summary.sourceNode(),
          summary.targetNode(),
          summary.sourceDepartment(),
          summary.targetDepartment());
    }
  }

  /**
   * One end of a run; only what the target has committed counts.
   *
   * @param messages frames
   * @param rows rows
   * @param bytes their bytes before compression
   * @param wireBytes bytes of the frames
   * @param state what the node said last, absent before it spoke
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record End(long messages, long rows, long bytes, long wireBytes, RunState state) {}

  /**
   * The receipts of a run.
   *
   * @param count how many are in the chain
   * @param lastSequence the last one's number in its channel, if there is only one channel
   * @param headDigest the last one's digest, in hexadecimal, likewise
   * @param verified for a run: whether there are any, all have good signatures of both ends and no
   *     gap
   * @param parked rows that were read and did not fit: read = applied + parked + superseded
   * @param superseded rows in whose place a later one was applied
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Receipts(
      long count,
      Long lastSequence,
      String headDigest,
      Boolean verified,
      long parked,
      long superseded) {}
}
