package org.govshare.exchange.parked;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.json.JsonText;
import org.govshare.protocol.control.ParkedGroup;
import org.govshare.protocol.control.ParkedRowsReported;

/** What a target said last of a service's parked rows. */
@Entity
@Table(name = "parked_report")
class ParkedReport {

  /**
   * Whose it is.
   *
   * @param serviceId the service
   * @param node code of the target
   */
  @Embeddable
  record Place(UUID serviceId, String node) {}

  @EmbeddedId private Place place;
  private Instant reportedAt;
  private String content;

  /** For the persistence provider. */
  protected ParkedReport() {}

  ParkedReport(UUID serviceId, String node) {
    place = new Place(serviceId, node);
  }

  /** Takes a report, unless a later one is here. */
  void take(ParkedRowsReported report) {
    if (reportedAt == null || !report.at().isBefore(reportedAt)) {
      reportedAt = report.at();
      content = JsonText.write(report.groups());
    }
  }

  String node() {
    return place.node();
  }

  Instant reportedAt() {
    return reportedAt;
  }

  List<ParkedGroup> groups() {
    return JsonText.read(content, new TypeReference<List<ParkedGroup>>() {});
  }
}
