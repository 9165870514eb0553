package org.govshare.monitoring.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A business domain as the exchange told of it. */
@Entity
@Table(name = "domain")
class Domain {

  @Id String code;
  String name;
}
