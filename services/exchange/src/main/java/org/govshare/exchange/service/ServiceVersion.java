package org.govshare.exchange.service;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.govshare.exchange.json.JsonText;

/** A design that a service has, or once had. */
@Entity
@Table(name = "service_version")
class ServiceVersion {

  @EmbeddedId private Key key;
  private String draft;
  private Integer restoredFrom;
  private String changedBy;
  private Instant changedAt;

  /** For the persistence provider. */
  protected ServiceVersion() {}

  ServiceVersion(Key key, ServiceDraft draft, Integer restoredFrom, String by, Instant at) {
    this.key = key;
    this.draft = JsonText.write(draft);
    this.restoredFrom = restoredFrom;
    this.changedBy = by;
    this.changedAt = at;
  }

  /** Which one of which service. */
  @Embeddable
  record Key(UUID serviceId, int number) {}

  ServiceDraft draft() {
    return JsonText.read(draft, ServiceDraft.class);
  }

  VersionSummary summary() {
    return new VersionSummary(key.number(), restoredFrom, changedBy, changedAt);
  }

  VersionView view() {
    return new VersionView(key.number(), restoredFrom, changedBy, changedAt, draft());
  }
}
