package org.govshare.exchange.trial;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.exchange.json.JsonText;
import org.govshare.exchange.service.Design;
import org.govshare.exchange.service.ServiceDraft;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TrialDone;
import org.govshare.protocol.control.TrialPlan;
import org.govshare.protocol.crypto.SealedText;

/** 试运行. */
@Entity
@Table(name = "trial")
class Trial {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Id private UUID id;
  private UUID serviceId;
  private String readerKey;

  @Enumerated(EnumType.STRING)
  private TrialState state;

  private String sourcePlan;
  private String targetPlan;
  private String sealedKey;
  private String sealedRows;
  private String columns;
  private String reason;
  private String requestedBy;
  private Instant requestedAt;
  private Instant endedAt;
  @Version private long version;

  /** For the persistence provider. */
  protected Trial() {}

  Trial(UUID serviceId, Design design, String readerKey, String requestedBy, Instant at) {
    this.id = UUID.randomUUID();
    this.serviceId = serviceId;
    this.readerKey = readerKey;
    this.state = TrialState.PENDING;
    this.columns =
        JsonText.write(design.mapping().stream().map(Design.Column::targetColumn).toList());
    this.requestedBy = requestedBy;
    this.requestedAt = at;
  }

  UUID id() {
    return id;
  }

  UUID serviceId() {
    return serviceId;
  }

  /**
   * Takes the source's or the first target's answer; the first one stands.
   *
   * @param others what the further targets have said
   */
  void answered(TrialDone answer, List<TrialTarget> others, Instant at) {
    if (state != TrialState.PENDING) {
      return;
    }
    if (answer.side() == Side.SOURCE && sourcePlan == null) {
      sourcePlan = JsonText.write(answer.plan());
      if (readerKey != null && answer.rows() != null) {
        sealedKey = answer.rows().key();
        sealedRows = answer.rows().content();
      }
    } else if (answer.side() == Side.TARGET && targetPlan == null) {
      targetPlan = JsonText.write(answer.plan());
    }
    follow(others, at);
  }

  /** Ends it if everybody has answered. */
  void follow(List<TrialTarget> others, Instant at) {
    if (state == TrialState.PENDING
        && sourcePlan != null
        && targetPlan != null
        && others.stream().allMatch(TrialTarget::planned)) {
      state = TrialState.DONE;
      endedAt = at;
    }
  }

  void failed(Side side, String why, String inWords, Instant at) {
    if (state == TrialState.PENDING) {
      state = TrialState.FAILED;
      reason = side + ": " + words(why, inWords);
      endedAt = at;
    }
  }

  static String words(String why, String inWords) {
    return why + (inWords == null ? "" : ": " + inWords);
  }

  /** How it is shown, with the place of the first target and what the others have said. */
  TrialView view(String reader, ServiceDraft.Target first, List<TrialTarget> others, Instant now) {
    boolean late = state == TrialState.PENDING && requestedAt.plus(PATIENCE).isBefore(now);
    return new TrialView(
        id,
        serviceId,
        late ? TrialState.UNANSWERED : state,
        plan(sourcePlan),
        plan(targetPlan),
        others.isEmpty() ? null : targets(first, others),
        JsonText.read(columns, new TypeReference<List<String>>() {}),
        sealedRows == null || !requestedBy.equals(reader)
            ? null
            : new SealedText(sealedKey, sealedRows),
        reason,
        requestedBy,
        requestedAt,
        endedAt);
  }

  private List<TrialView.Target> targets(ServiceDraft.Target first, List<TrialTarget> others) {
    return Stream.concat(
            Stream.of(TrialView.Target.of(1, first, plan(targetPlan), null)),
            others.stream().map(TrialTarget::view))
        .toList();
  }

  private static TrialPlan plan(String json) {
    return json == null ? null : JsonText.read(json, new TypeReference<TrialPlan>() {});
  }
}
