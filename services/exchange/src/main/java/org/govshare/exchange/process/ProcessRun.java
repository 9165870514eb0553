package org.govshare.exchange.process;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.exchange.json.JsonText;

/** A run of a process. It keeps the graph it was started with. */
@Entity
@Table(name = "process_run")
class ProcessRun {

  @Id private UUID id;
  private UUID processId;
  private String graph;

  @Enumerated(EnumType.STRING)
  private ProcessState state;

  private String requestedBy;
  private Instant requestedAt;
  private Instant endedAt;
  @Version private long version;

  /** For the persistence provider. */
  protected ProcessRun() {}

  ProcessRun(UUID id, ProcessDefinition process, String requestedBy, Instant at) {
    this.id = id;
    this.processId = process.id();
    this.graph = JsonText.write(process.graph());
    this.state = ProcessState.RUNNING;
    this.requestedBy = requestedBy;
    this.requestedAt = at;
  }

  /** Lets the steps go on whose predecessors are over, and ends when all are. */
  void advance(List<ProcessStep> steps, Instant now) {
    Map<UUID, ProcessStep> byService =
        steps.stream().collect(Collectors.toMap(ProcessStep::serviceId, it -> it));
    ProcessGraph read = JsonText.read(graph, ProcessGraph.class);
    // Predecessors come first, so that one pass passes on what is skipped.
    for (UUID service : read.services()) {
      ProcessStep step = byService.get(service);
      if (step.state() == StepState.WAITING) {
        List<StepState> before =
            read.before(service).stream().map(it -> byService.get(it).state()).toList();
        if (before.stream().allMatch(it -> it == StepState.COMPLETED)) {
          step.ready(now);
        } else if (before.stream().anyMatch(it -> it.over() && it != StepState.COMPLETED)) {
          step.end(StepState.SKIPPED, "step-before", now);
        }
      }
    }
    if (state == ProcessState.RUNNING && steps.stream().allMatch(it -> it.state().over())) {
      boolean well = steps.stream().allMatch(it -> it.state() == StepState.COMPLETED);
      end(well ? ProcessState.COMPLETED : ProcessState.FAILED, now);
    }
  }

  void end(ProcessState as, Instant at) {
    state = as;
    endedAt = at;
  }

  UUID id() {
    return id;
  }

  ProcessState state() {
    return state;
  }

  ProcessRunView view(List<ProcessStep> steps) {
    ProcessGraph read = JsonText.read(graph, ProcessGraph.class);
    Map<UUID, ProcessStep> byService =
        steps.stream().collect(Collectors.toMap(ProcessStep::serviceId, it -> it));
    return new ProcessRunView(
        id,
        processId,
        state,
        requestedBy,
        requestedAt,
        endedAt,
        read.services().stream().map(it -> byService.get(it).view()).toList(),
        read.edges());
  }
}
