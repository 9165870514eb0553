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
import org.govshare.exchange.service.Design;
import org.govshare.exchange.service.ServiceDraft;
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
   * @param targetNumber which target of the run's design, from 1; 0 for the source
   */
  @Embeddable
  record Place(UUID runId, String node, String side, int targetNumber) {}

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

  /** How it is shown, with the design that the run was started with. */
  DriftView view(Design design) {
    boolean reads = place.targetNumber() == 0;
    ServiceDraft.Target target = reads ? null : design.allTargets().get(place.targetNumber() - 1);
    return new DriftView(
        place.side(),
        place.node(),
        reads ? null : place.targetNumber(),
        reads ? design.source().schema() : target.schema(),
        reads ? design.source().table() : target.table(),
        reportedAt,
        JsonText.read(differences, new TypeReference<List<ColumnDifference>>() {}));
  }
}
