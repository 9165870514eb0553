package org.govshare.exchange.run;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.RunChanged;
import org.govshare.exchange.json.JsonText;
import org.govshare.exchange.service.Design;
import org.govshare.exchange.service.Mode;
import org.govshare.exchange.service.ServiceDraft;
import org.govshare.exchange.service.ServiceView;
import org.govshare.protocol.control.Side;

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

  /** Ends it if all its channels have ended; whether they have. */
  boolean follow(List<RunChannel> channels, Instant at) {
    if (!state.live() || channels.stream().anyMatch(it -> it.state().live())) {
      return false;
    }
    RunChannel decisive =
        channels.stream()
            .filter(it -> it.state() != RunPhase.COMPLETED)
            .min(Comparator.comparing(it -> it.state() == RunPhase.FAILED ? 0 : 1))
            .orElse(null);
    if (decisive == null) {
      end(RunPhase.COMPLETED, at, null, null);
    } else {
      end(decisive.state(), at, decisive.reason(), decisive.detail());
    }
    return true;
  }

  private static String cut(String text) {
    return text == null || text.length() <= TEXT_LIMIT ? text : text.substring(0, TEXT_LIMIT);
  }

  UUID id() {
    return id;
  }

  UUID serviceId() {
    return serviceId;
  }

  /** Its first channel; runs of one target and lane have no other. */
  UUID channelId() {
    return channelId;
  }

  /** The node at an end of one of its channels. */
  String node(Side side, RunChannel channel) {
    return side == Side.SOURCE
        ? design().source().node()
        : design().allTargets().get(channel.targetNumber() - 1).node();
  }

  RunPhase state() {
    return state;
  }

  /** Whether it was asked for before a moment. */
  boolean begunBefore(Instant moment) {
    return requestedAt.isBefore(moment);
  }

  String reason() {
    return reason;
  }

  RunCause cause() {
    return cause;
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
        && other.allTargets().containsAll(own.allTargets())
        && own.mapping().equals(other.mapping());
  }

  /** How it ended; only when it has. */
  RunEnded ended() {
    return new RunEnded(id, serviceId, state, cause, attempt, reason, endedAt);
  }

  Announcement changed(Instant at) {
    return Announcement.toMonitoring(new RunChanged(id, serviceId, state.name(), at));
  }

  /** How it is shown, with its service, its channels and whether receipts wait. */
  RunView view(
      RunView.Service service,
      List<RunChannel> parts,
      boolean receiptsWait,
      boolean all,
      Instant now) {
    long receipts = parts.stream().mapToLong(RunChannel::receiptCount).sum();
    RunChannel only = parts.size() == 1 ? parts.getFirst() : null;
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
        EndProgress.sum(parts.stream().map(it -> it.end(Side.SOURCE)).toList()),
        EndProgress.sum(parts.stream().map(it -> it.end(Side.TARGET)).toList()),
        new RunView.Receipts(
            receipts,
            only == null ? null : only.receiptLastSequence(),
            only == null ? null : only.receiptHeadDigest(),
            receipts > 0 && !receiptsWait,
            parts.stream().mapToLong(RunChannel::parkedRows).sum(),
            parts.stream().mapToLong(RunChannel::supersededRows).sum()),
        reason,
        detail,
        all ? channels(parts, now) : null,
        progress(parts, now));
  }

  private List<ChannelView> channels(List<RunChannel> parts, Instant now) {
    List<ServiceDraft.Target> targets = design().allTargets();
    boolean paused = state == RunPhase.PAUSED;
    return parts.stream()
        .map(it -> it.view(targets.get(it.targetNumber() - 1), paused, now))
        .toList();
  }

  private ProgressView progress(List<RunChannel> parts, Instant now) {
    if (!state.live()) {
      return null;
    }
    boolean paused = state == RunPhase.PAUSED;
    List<RunChannel> live = parts.stream().filter(it -> it.state().live()).toList();
    long rows = parts.stream().mapToLong(it -> it.end(Side.TARGET).rows()).sum();
    long underWay = live.stream().mapToLong(it -> it.end(Side.TARGET).rows()).sum();
    return ProgressView.together(
        rows - underWay, underWay, live.stream().map(it -> it.progress(paused, now)).toList());
  }
}
