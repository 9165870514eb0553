package org.govshare.exchange.reconciliation;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.json.JsonText;
import org.govshare.protocol.control.DigestComputed;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.reconciliation.Comparison;
import org.govshare.protocol.reconciliation.Difference;

/** One comparison of both ends. */
@Entity
@Table(name = "reconciliation")
class Reconciliation {

  private static final int KEPT = 1_000;

  @Id private UUID id;
  private UUID runId;
  private UUID serviceId;
  private int targetNumber;
  private boolean automatic;
  private boolean whole;
  private String salt;
  private String course;
  private String base;
  private int look;
  private int round;
  private Instant askedAt;

  @Enumerated(EnumType.STRING)
  private ReconciliationState state;

  private Long sourceRows;
  private String sourceDigest;
  private Long targetRows;
  private String targetDigest;
  private Long missing;
  private Long altered;
  private Long surplus;
  private Long moving;
  private Long parked;
  private boolean partial;
  private boolean marked;
  private String differing;
  private String reason;
  private String requestedBy;
  private Instant requestedAt;
  private Instant endedAt;
  @Version private long version;

  /** For the persistence provider. */
  protected Reconciliation() {}

  Reconciliation(
      UUID runId, UUID serviceId, int targetNumber, String salt, Requested requested, Instant at) {
    this.id = UUID.randomUUID();
    this.runId = runId;
    this.serviceId = serviceId;
    this.targetNumber = targetNumber;
    this.salt = salt;
    this.automatic = requested.automatic();
    this.requestedBy = requested.by();
    this.state = ReconciliationState.PENDING;
    this.requestedAt = at;
    follow(Comparison.begin());
  }

  /**
   * Who asked.
   *
   * @param by name
   * @param automatic whether it was the service's setting
   */
  record Requested(String by, boolean automatic) {
    static final Requested AFTER_RUN = new Requested("after-run", true);

    static Requested by(String name) {
      return new Requested(name, false);
    }
  }

  UUID id() {
    return id;
  }

  UUID runId() {
    return runId;
  }

  UUID serviceId() {
    return serviceId;
  }

  int targetNumber() {
    return targetNumber;
  }

  String salt() {
    return salt;
  }

  boolean pending() {
    return state == ReconciliationState.PENDING;
  }

  /** Whether the tables are compared as wholes, because an agent knows nothing else. */
  boolean whole() {
    return whole;
  }

  /** Where it stands, or null if it has no looks. */
  Comparison comparison() {
    return course == null ? null : JsonText.read(course, Comparison.class);
  }

  BaseRun base() {
    return base == null ? BaseRun.NONE : JsonText.read(base, BaseRun.class);
  }

  void holdTo(BaseRun run) {
    base = JsonText.write(run);
  }

  void asked(Instant at) {
    askedAt = at;
  }

  /** From now on both tables are compared as wholes. */
  void compareWhole() {
    whole = true;
    course = null;
    sourceRows = null;
    sourceDigest = null;
    targetRows = null;
    targetDigest = null;
  }

  /** Takes an end's answer for the whole table; the first one stands. */
  void answered(Side side, long rows, String digest, Instant at) {
    keepFirst(side, rows, digest);
    if (pending() && sourceRows != null && targetRows != null) {
      boolean same = sourceRows.equals(targetRows) && sourceDigest.equals(targetDigest);
      end(same ? ReconciliationState.EQUAL : ReconciliationState.DIFFERENT, at);
    }
  }

  /** Takes what an end has seen in a look; where it stands then. */
  Comparison looked(DigestComputed answer, Instant at) {
    Comparison before = comparison();
    Comparison after = before.answered(answer.side(), answer.looked());
    if (after == before) {
      return before;
    }
    if (before.number() == 1) {
      keepFirst(answer.side(), answer.rows(), answer.digest());
    }
    if (answer.side() == Side.TARGET) {
      parked = answer.looked().parked();
    }
    follow(after);
    if (after.over()) {
      conclude(after, at);
    }
    return after;
  }

  private void keepFirst(Side side, long rows, String digest) {
    if (side == Side.SOURCE && sourceRows == null) {
      sourceRows = rows;
      sourceDigest = digest;
    } else if (side == Side.TARGET && targetRows == null) {
      targetRows = rows;
      targetDigest = digest;
    }
  }

  private void follow(Comparison comparison) {
    course = JsonText.write(comparison);
    look = comparison.number();
    round = comparison.round();
    partial = comparison.partial();
    marked = comparison.marked();
  }

  private void conclude(Comparison over, Instant at) {
    missing = over.count(Difference.Kind.MISSING);
    altered = over.count(Difference.Kind.ALTERED);
    surplus = over.count(Difference.Kind.SURPLUS);
    moving = over.moving();
    if (!over.differences().isEmpty()) {
      differing = JsonText.write(over.differences().stream().limit(KEPT).toList());
      end(ReconciliationState.DIFFERENT, at);
    } else {
      boolean all = over.moving() == 0 && !over.partial();
      end(all ? ReconciliationState.EQUAL : ReconciliationState.MOVING, at);
    }
  }

  /** Rows that the target lacks or has with other values, by the hashes of their keys. */
  List<String> mendable() {
    return differing == null
        ? List.of()
        : JsonText.read(differing, new TypeReference<List<Difference>>() {}).stream()
            .filter(it -> it.kind() != Difference.Kind.SURPLUS)
            .map(Difference::key)
            .toList();
  }

  void failed(Side side, String why, String inWords, Instant at) {
    if (pending()) {
      reason = side + ": " + why + (inWords == null ? "" : ": " + inWords);
      end(ReconciliationState.FAILED, at);
    }
  }

  /** An end has been silent for too long. */
  void silent(Instant at) {
    Comparison comparison = comparison();
    boolean source = comparison == null ? sourceRows == null : comparison.asks(Side.SOURCE);
    failed(source ? Side.SOURCE : Side.TARGET, "node-silent", null, at);
  }

  void cancel(Instant at) {
    if (pending()) {
      end(ReconciliationState.CANCELLED, at);
    }
  }

  private void end(ReconciliationState as, Instant at) {
    state = as;
    endedAt = at;
    course = null;
  }

  ReconciliationView view() {
    Comparison comparison = comparison();
    return new ReconciliationView(
        id,
        runId,
        targetNumber,
        state,
        ReconciliationView.End.of(sourceRows, sourceDigest),
        ReconciliationView.End.of(targetRows, targetDigest),
        reason,
        requestedBy,
        requestedAt,
        endedAt,
        automatic,
        whole,
        course == null && look == 0
            ? null
            : new ReconciliationView.Course(
                look,
                round,
                comparison == null ? 0 : comparison.within().size(),
                comparison == null ? 0 : comparison.keys().size()),
        missing == null
            ? null
            : new ReconciliationView.Found(
                missing, altered, surplus, moving, partial, marked, !mendable().isEmpty()),
        parked);
  }
}
