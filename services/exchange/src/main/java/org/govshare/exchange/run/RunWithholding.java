package org.govshare.exchange.run;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.govshare.protocol.control.RunWithheld;

/** A channel of a run that the provider's own node does not let send. */
@Entity
@Table(name = "run_withholding")
class RunWithholding {

  private static final int TEXT_LIMIT = 500;

  /**
   * Its place.
   *
   * @param runId the run
   * @param channelId its channel
   */
  @Embeddable
  record Place(UUID runId, UUID channelId) {}

  @EmbeddedId private Place place;
  private String node;
  private String reason;
  private String detail;
  private Instant reportedAt;

  /** For the persistence provider. */
  protected RunWithholding() {}

  RunWithholding(Place place, String node) {
    this.place = place;
    this.node = node;
  }

  void take(RunWithheld report) {
    String words = report.detail();
    reason = report.reason();
    detail = words == null || words.length() <= TEXT_LIMIT ? words : words.substring(0, TEXT_LIMIT);
    reportedAt = report.at();
  }

  UUID channelId() {
    return place.channelId();
  }

  WithholdingView view() {
    return new WithholdingView(place.channelId(), node, reason, detail, reportedAt);
  }
}
