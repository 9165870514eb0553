package org.govshare.monitoring.node;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A node as the exchange told of it. */
@Entity
@Table(name = "node")
class Node {

  @Id String code;
  String name;
  String department;
}
