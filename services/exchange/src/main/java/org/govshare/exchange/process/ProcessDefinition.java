package org.govshare.exchange.process;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.govshare.exchange.json.JsonText;

/** 流程: a graph of services. */
@Entity
@Table(name = "process")
class ProcessDefinition {

  @Id private UUID id;
  private String name;
  private String graph;
  private String createdBy;
  private String changedBy;
  private Instant changedAt;
  @Version private long version;

  /** For the persistence provider. */
  protected ProcessDefinition() {}

  ProcessDefinition(UUID id, String createdBy) {
    this.id = id;
    this.createdBy = createdBy;
  }

  void change(String newName, ProcessGraph checked, String by, Instant at) {
    name = newName;
    graph = JsonText.write(checked);
    changedBy = by;
    changedAt = at;
  }

  UUID id() {
    return id;
  }

  String name() {
    return name;
  }

  long version() {
    return version;
  }

  ProcessGraph graph() {
    return JsonText.read(graph, ProcessGraph.class);
  }

  ProcessView view() {
    ProcessGraph read = graph();
    return new ProcessView(
        id, name, read.services(), read.edges(), createdBy, changedBy, changedAt, version);
  }
}
