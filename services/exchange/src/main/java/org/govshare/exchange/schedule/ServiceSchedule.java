package org.govshare.exchange.schedule;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.govshare.exchange.json.JsonText;

/** When a service runs by itself. */
@Entity
@Table(name = "service_schedule")
class ServiceSchedule {

  @Id private UUID serviceId;

  @Enumerated(EnumType.STRING)
  private TriggerKind kind;

  private UUID afterService;
  private String settings;
  private Instant nextAt;
  private String changedBy;
  private Instant changedAt;
  private long revision;
  @Version private long version;

  /** For the persistence provider. */
  protected ServiceSchedule() {}

  ServiceSchedule(UUID serviceId) {
    this.serviceId = serviceId;
  }

  void change(ScheduleDraft draft, Instant next, String by, Instant at) {
    kind = draft.kind();
    afterService = draft.afterServiceId();
    settings = JsonText.write(draft);
    nextAt = next;
    changedBy = by;
    changedAt = at;
    revision++;
  }

  /** The firing at hand is taken care of. */
  void fired(Instant next) {
    nextAt = next;
  }

  UUID serviceId() {
    return serviceId;
  }

  UUID afterService() {
    return afterService;
  }

  Instant nextAt() {
    return nextAt;
  }

  String changedBy() {
    return changedBy;
  }

  Instant changedAt() {
    return changedAt;
  }

  /** How often somebody has written it; firings do not count. */
  long revision() {
    return revision;
  }

  ScheduleDraft settings() {
    return JsonText.read(settings, ScheduleDraft.class);
  }
}
