package org.govshare.exchange.run;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.json.JsonText;
import org.govshare.protocol.control.ColumnDifference;
import org.govshare.protocol.control.SchemaDrifted;

/** How a table of a paused run differs from what its service was designed for. */
@Entity
@Table(name = "run_drift")
class RunDrift {

  /**
   * Whose table it is.
   *
   * @param runId the run
   * @param node code of the node
   * @param side which end of the run it is
   */
  @Embeddable
  record Place(UUID runId, String node, String side) {}

  @EmbeddedId private Place place;
  private String differences;
  private Instant reportedAt;

  /** For the persistence provider. */
  protected RunDrift() {}

  RunDrift(Place place) {
    this.place = place;
  }

  void take(SchemaDrifted report) {
    differences = JsonText.write(report.differences());
    reportedAt = report.at();
  }

  DriftView view() {
    return new DriftView(
        place.side(),
        place.node(),
        reportedAt,
        JsonText.read(differences, new TypeReference<List<ColumnDifference>>() {}));
  }
}
