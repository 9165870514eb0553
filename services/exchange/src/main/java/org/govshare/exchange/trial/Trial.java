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
import org.govshare.exchange.json.JsonText;
import org.govshare.exchange.service.Design;
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

  /** Takes an end's answer; the first one stands. */
  void answered(TrialDone answer, Instant at) {
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
    if (sourcePlan != null && targetPlan != null) {
      state = TrialState.DONE;
      endedAt = at;
    }
  }

  void failed(Side side, String why, String inWords, Instant at) {
    if (state == TrialState.PENDING) {
      state = TrialState.FAILED;
      reason = side + ": " + why + (inWords == null ? "" : ": " + inWords);
      endedAt = at;
    }
  }

  TrialView view(String reader, Instant now) {
    boolean late = state == TrialState.PENDING && requestedAt.plus(PATIENCE).isBefore(now);
    return new TrialView(
        id,
        serviceId,
        late ? TrialState.UNANSWERED : state,
        plan(sourcePlan),
        plan(targetPlan),
        JsonText.read(columns, new TypeReference<List<String>>() {}),
        sealedRows == null || !requestedBy.equals(reader)
            ? null
            : new SealedText(sealedKey, sealedRows),
        reason,
        requestedBy,
        requestedAt,
        endedAt);
  }

  private static TrialPlan plan(String json) {
    return json == null ? null : JsonText.read(json, new TypeReference<TrialPlan>() {});
  }
}
