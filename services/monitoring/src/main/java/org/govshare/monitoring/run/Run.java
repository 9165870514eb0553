package org.govshare.monitoring.run;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A run as the exchange told of it. */
@Entity
@Table(name = "run")
class Run {

  @Id UUID id;
  UUID serviceId;

  @Enumerated(EnumType.STRING)
  RunState state;

  Instant requestedAt;
  Instant changedAt;
}
