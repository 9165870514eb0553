package org.govshare.monitoring.service;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An exchange service as the exchange told of it. */
@Entity
@Table(name = "exchange_service")
class ExchangeService {

  @Id UUID id;
  String code;
  String name;
  String domain;
  String process;
  String sourceNode;
  String targetNode;
  String sourceDepartment;
  String targetDepartment;

  @Enumerated(EnumType.STRING)
  ServiceState state;

  void become(ServiceChanged fact) {
    id = fact.service();
    code = fact.code();
    name = fact.name();
    domain = fact.domain();
    process = fact.process();
    sourceNode = fact.sourceNode();
    targetNode = fact.targetNode();
    sourceDepartment = fact.sourceDepartment();
    targetDepartment = fact.targetDepartment();
    state = fact.state();
  }
}
