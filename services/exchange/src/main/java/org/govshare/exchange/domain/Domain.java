package org.govshare.exchange.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** 业务域. */
@Entity
@Table(name = "domain")
class Domain {

  @Id private String code;
  private String name;
  private String createdBy;
  private Instant createdAt;

  /** For the persistence provider. */
  protected Domain() {}

  Domain(String code, String name, String createdBy, Instant createdAt) {
    this.code = code;
    this.name = name;
    this.createdBy = createdBy;
    this.createdAt = createdAt;
  }

  DomainView view() {
    return new DomainView(code, name, createdAt);
  }
}
