package org.govshare.exchange.run;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.json.JsonText;
import org.govshare.exchange.service.ServiceDraft;
import org.govshare.protocol.control.Lane;
import org.govshare.protocol.control.RunProgress;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.frame.FrameKind;
import org.govshare.protocol.receipt.Receipt;

/**
 * A run's part in one of its channels. It is changed only while the run's row is held, so that the
 * run and its parts agree.
 */
@Entity
@Table(name = "run_channel")
class RunChannel {

  private static final int TEXT_LIMIT = 2000;

  /**
   * Its place.
   *
   * @param runId the run
   * @param channelId the channel
   */
  @Embeddable
  record Place(UUID runId, UUID channelId) {}

  @EmbeddedId private Place place;
  private int targetNumber;
  private int lane;
  private int lanes;
  private String replaced;
  private boolean anew;
  private int restarts;

  @Enumerated(EnumType.STRING)
  private RunPhase state;

  private Instant startedAt;
  private Instant endedAt;
  private Instant movedAt;
  private String reason;
  private String detail;

  @Embedded
  @AttributeOverride(name = "state", column = @Column(name = "source_state"))
  @AttributeOverride(name = "epoch", column = @Column(name = "source_epoch"))
  @AttributeOverride(name = "messages", column = @Column(name = "source_messages"))
  @AttributeOverride(name = "rows", column = @Column(name = "source_rows"))
  @AttributeOverride(name = "bytes", column = @Column(name = "source_bytes"))
  @AttributeOverride(name = "wireBytes", column = @Column(name = "source_wire_bytes"))
  private EndProgress source;

  @Embedded
  @AttributeOverride(name = "state", column = @Column(name = "target_state"))
  @AttributeOverride(name = "epoch", column = @Column(name = "target_epoch"))
  @AttributeOverride(name = "messages", column = @Column(name = "target_messages"))
  @AttributeOverride(name = "rows", column = @Column(name = "target_rows"))
  @AttributeOverride(name = "bytes", column = @Column(name = "target_bytes"))
  @AttributeOverride(name = "wireBytes", column = @Column(name = "target_wire_bytes"))
  private EndProgress target;

  private long receiptCount;
  private Long receiptLastSequence;
  private String receiptHeadDigest;
  private boolean endReceipt;
  private long parkedRows;
  private long supersededRows;
  private Long expectedRows;
  private boolean rescanned;
  private String pace;
  @Version private long version;

  /** For the persistence provider. */
  protected RunChannel() {}

  RunChannel(UUID run, PreparedChannel channel, Instant at) {
    this.place = new Place(run, channel.id());
    this.targetNumber = channel.target();
    this.lane = channel.lane();
    this.lanes = channel.lanes();
    this.replaced = JsonText.write(channel.replaced());
    this.anew = channel.anew();
    this.state = RunPhase.REQUESTED;
    this.movedAt = at;
    this.source = new EndProgress();
    this.target = new EndProgress();
  }

  EndProgress end(Side side) {
    return side == Side.SOURCE ? source : target;
  }

  /** Whether it had not begun until now. */
  boolean begin(Instant at) {
    if (state != RunPhase.REQUESTED) {
      return false;
    }
    state = RunPhase.RUNNING;
    startedAt = at;
    movedAt = at;
    return true;
  }

  void end(RunPhase as, Instant at, String why, String inWords) {
    state = as;
    endedAt = at;
    reason = cut(why);
    detail = cut(inWords);
  }

  /** Something was committed, or what time it was held up for does not count. */
  void moved(Instant at) {
    movedAt = at;
  }

  /** It goes on after it was held up; how fast it was before counts no more. */
  void resumed(Instant at) {
    movedAt = at;
    pace = null;
  }

  /** Takes a node's word into account for how fast it goes and what is expected of it. */
  void follow(RunProgress progress, Instant now) {
    if (progress.side() == Side.TARGET && progress.at() != null) {
      RunPace.Sample sample = new RunPace.Sample(progress.at(), progress.rows(), progress.bytes());
      pace = JsonText.write(pace().heard(sample, now));
      return;
    }
    if (progress.expectedRows() != null && progress.expectedRows() >= 0) {
      expectedRows = progress.expectedRows();
    }
    rescanned = rescanned || Boolean.TRUE.equals(progress.rescanned());
  }

  private RunPace pace() {
    return pace == null ? RunPace.NONE : JsonText.read(pace, RunPace.class);
  }

  /**
   * How fast it goes and what is still to come; null once it has ended.
   *
   * @param paused whether its run is held up, and nothing moves
   */
  ProgressView progress(boolean paused, Instant now) {
    return state.live()
        ? ProgressView.of(target.rows(), expectedRows, paused ? null : pace().rate(now))
        : null;
  }

  /** Lets it go on after what is committed, as if it had not ended, unless it was given up. */
  void restart(Instant at) {
    pace = null;
    restarts++;
    // What change capture had kept for it is not there any more.
    anew = anew || BacklogKeeper.DROPPED.equals(reason);
    state = RunPhase.REQUESTED;
    endedAt = null;
    movedAt = at;
    reason = null;
    detail = null;
    source.speakAgain();
    target.speakAgain();
  }

  /** Takes one more receipt of the chain into account; an end receipt's figures stand. */
  void proved(Receipt receipt, Instant at) {
    movedAt = at;
    receiptCount++;
    receiptLastSequence = receipt.sequence();
    receiptHeadDigest = receipt.digest().toString();
    parkedRows += receipt.balance().parked();
    supersededRows += receipt.balance().superseded();
    if (receipt.kind() == FrameKind.END) {
      endReceipt = true;
      source.settle(receipt.runTotals());
      target.settle(receipt.runTotals());
    } else {
      source.raise(receipt.runTotals());
      target.raise(receipt.runTotals());
    }
  }

  /** Whether both proofs of completion are here. */
  boolean complete() {
    return endReceipt && source.state() == RunState.COMPLETED;
  }

  boolean endReceipt() {
    return endReceipt;
  }

  private static String cut(String text) {
    return text == null || text.length() <= TEXT_LIMIT ? text : text.substring(0, TEXT_LIMIT);
  }

  UUID runId() {
    return place.runId();
  }

  UUID channelId() {
    return place.channelId();
  }

  int targetNumber() {
    return targetNumber;
  }

  int lane() {
    return lane;
  }

  int restarts() {
    return restarts;
  }

  /** Whether change capture begins with a copy on it. */
  boolean anew() {
    return anew;
  }

  /** Grows with everything that is heard of it. */
  long version() {
    return version;
  }

  RunPhase state() {
    return state;
  }

  /** Whether rows have moved, or could have. */
  boolean begun() {
    return state == RunPhase.RUNNING || state == RunPhase.COMPLETED;
  }

  Instant movedAt() {
    return movedAt;
  }

  String reason() {
    return reason;
  }

  String detail() {
    return detail;
  }

  long parkedRows() {
    return parkedRows;
  }

  long supersededRows() {
    return supersededRows;
  }

  long receiptCount() {
    return receiptCount;
  }

  Long receiptLastSequence() {
    return receiptLastSequence;
  }

  String receiptHeadDigest() {
    return receiptHeadDigest;
  }

  /** What its nodes are told of its place among the lanes of its target. */
  Lane lane(List<RunChannel> all) {
    return new Lane(
        lane,
        lanes,
        all.stream()
            .filter(it -> it.targetNumber == targetNumber)
            .map(RunChannel::channelId)
            .toList(),
        JsonText.read(replaced, new TypeReference<List<UUID>>() {}));
  }

  /** How it is shown, with the place it writes at and whether its run is held up. */
  ChannelView view(ServiceDraft.Target to, boolean paused, Instant now) {
    return new ChannelView(
        place.channelId(),
        targetNumber,
        to.node(),
        to.dataSource(),
        to.schema(),
        to.table(),
        lane,
        lanes,
        paused && state.live() ? RunPhase.PAUSED : state,
        restarts,
        startedAt,
        endedAt,
        movedAt,
        source.view(),
        target.view(),
        new RunView.Receipts(
            receiptCount, receiptLastSequence, receiptHeadDigest, null, parkedRows, supersededRows),
        reason,
        detail,
        progress(paused, now),
        rescanned ? true : null);
  }
}
