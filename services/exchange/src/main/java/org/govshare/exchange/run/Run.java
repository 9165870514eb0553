package org.govshare.exchange.run;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.RunChanged;
import org.govshare.exchange.json.JsonText;
import org.govshare.exchange.service.Design;
import org.govshare.exchange.service.Mode;
import org.govshare.exchange.service.ServiceView;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.frame.FrameKind;
import org.govshare.protocol.receipt.Receipt;

/** 运行. It keeps the design it was started with. */
@Entity
@Table(name = "run")
class Run {

  private static final int TEXT_LIMIT = 2000;

  @Id private UUID id;
  private UUID serviceId;
  private UUID channelId;

  @Enumerated(EnumType.STRING)
  private Mode mode;

  private String design;
  private int serviceVersion;
  private String sourceDepartment;
  private String targetDepartment;

  @Enumerated(EnumType.STRING)
  private RunPhase state;

  @Enumerated(EnumType.STRING)
  private RunCause cause;

  private int attempt;
  private boolean anew;
  private String requestedBy;
  private Instant requestedAt;
  private Instant startedAt;
  private Instant endedAt;
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
  @Version private long version;

  /** For the persistence provider. */
  protected Run() {}

  Run(UUID id, ServiceView service, Design design, UUID channelId, RunOrigin origin, Instant at) {
    this.id = id;
    this.serviceId = service.id();
    this.channelId = channelId;
    this.mode = service.mode();
    this.design = JsonText.write(design);
    this.serviceVersion = service.designVersion();
    this.sourceDepartment = service.sourceDepartment();
    this.targetDepartment = service.targetDepartment();
    this.state = RunPhase.REQUESTED;
    this.cause = origin.cause();
    this.attempt = origin.attempt();
    this.anew = origin.anew();
    this.requestedBy = origin.requestedBy();
    this.requestedAt = at;
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
    return true;
  }

  /** Holds it up; what is committed stays. */
  void pause(String why) {
    state = RunPhase.PAUSED;
    reason = why;
  }

  /** Lets it go on. */
  void resume() {
    state = startedAt == null ? RunPhase.REQUESTED : RunPhase.RUNNING;
    reason = null;
  }

  void end(RunPhase as, Instant at, String why, String inWords) {
    state = as;
    endedAt = at;
    reason = cut(why);
    detail = cut(inWords);
  }

  /**
   * Takes one more receipt of the chain into account. When the end receipt and the source's word
   * are both here, the figures are those of the receipts.
   */
  void proved(Receipt receipt) {
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

  /** Grows with everything that is heard of it. */
  long version() {
    return version;
  }

  UUID id() {
    return id;
  }

  UUID serviceId() {
    return serviceId;
  }

  UUID channelId() {
    return channelId;
  }

  RunPhase state() {
    return state;
  }

  String reason() {
    return reason;
  }

  /** Whether change capture takes a new snapshot. */
  boolean anew() {
    return anew;
  }

  Mode mode() {
    return mode;
  }

  String sourceDepartment() {
    return sourceDepartment;
  }

  String targetDepartment() {
    return targetDepartment;
  }

  Design design() {
    return JsonText.read(design, Design.class);
  }

  /** Whether a design moves the same columns between the same tables as the one that it runs. */
  boolean follows(Design other) {
    Design own = design();
    return own.source().equals(other.source())
        && own.target().equals(other.target())
        && own.mapping().equals(other.mapping());
  }

  /** How it ended; only when it has. */
  RunEnded ended() {
    return new RunEnded(id, serviceId, state, cause, attempt, reason, endedAt);
  }

  Announcement changed(Instant at) {
    return Announcement.toMonitoring(new RunChanged(id, serviceId, state.name(), at));
  }

  /** How it is shown, with its service and whether receipts wait for an earlier one. */
  RunView view(RunView.Service service, boolean receiptsWait) {
    return new RunView(
        id,
        service,
        state,
        mode,
        serviceVersion,
        channelId,
        cause,
        attempt,
        requestedBy,
        requestedAt,
        startedAt,
        endedAt,
        source.view(),
        target.view(),
        new RunView.Receipts(
            receiptCount,
            receiptLastSequence,
            receiptHeadDigest,
            receiptCount > 0 && !receiptsWait,
            parkedRows,
            supersededRows),
        reason,
        detail);
  }
}
