package org.govshare.exchange.process;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.run.RunStopper;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Writing processes, running them as a whole, and looking at them. */
@Singleton
class ProcessService {

  private static final String STOPPED = "process-stopped";
  private static final String[] READERS = {
    Roles.EXCHANGE_DESIGNER, Roles.EXCHANGE_OPERATOR, Roles.MONITOR
  };

  private final ProcessRepository processes;
  private final ProcessRunRepository processRuns;
  private final StepRepository steps;
  private final ServiceRegistry services;
  private final RunStopper stopper;
  private final Clock clock;

  ProcessService(
      ProcessRepository processes,
      ProcessRunRepository processRuns,
      StepRepository steps,
      ServiceRegistry services,
      RunStopper stopper,
      Clock clock) {
    this.processes = processes;
    this.processRuns = processRuns;
    this.steps = steps;
    this.services = services;
    this.stopper = stopper;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<ProcessView>> list(Caller caller, PageRequest request) {
    caller.requireRole(READERS);
    return processes.page(request);
  }

  @WithSession
  Uni<ProcessView> get(Caller caller, UUID id) {
    caller.requireRole(READERS);
    return existing(processes.findById(id), "process-not-found", id).map(ProcessDefinition::view);
  }

  @WithTransaction
  Uni<ProcessView> create(Caller caller, ProcessDraft draft) {
    caller.requireRole(Roles.EXCHANGE_DESIGNER);
    return keep(caller, new ProcessDefinition(UUID.randomUUID(), caller.name()), draft);
  }

  @WithTransaction
  Uni<ProcessView> change(Caller caller, UUID id, ProcessDraft draft, ExpectedVersion expected) {
    caller.requireRole(Roles.EXCHANGE_DESIGNER);
    return existing(processes.locked(id), "process-not-found", id)
        .invoke(found -> expected.check(found.version()))
        .chain(found -> keep(caller, found, draft));
  }

  private Uni<ProcessView> keep(Caller caller, ProcessDefinition process, ProcessDraft draft) {
    ProcessGraph graph = ProcessGraph.of(draft);
    String name = draft.name().strip();
    return processes
        .nameTaken(name, process.id())
        .invoke(
            taken -> {
              if (taken) {
                throw new InvalidInput("name", "taken", name);
              }
            })
        .chain(() -> services.summaries(new HashSet<>(graph.services())))
        .invoke(
            known ->
                graph.services().stream()
                    .filter(it -> !known.containsKey(it))
                    .findFirst()
                    .ifPresent(
                        it -> {
                          throw new InvalidInput("services", "unknown", it);
                        }))
        .chain(
            () -> {
              process.change(name, graph, caller.name(), clock.instant());
              return processes.persistAndFlush(process);
            })
        .map(ProcessDefinition::view);
  }

  @WithTransaction
  Uni<ProcessRunView> start(Caller caller, UUID id) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    Instant now = clock.instant();
    return existing(processes.locked(id), "process-not-found", id)
        .call(
            process ->
                processRuns
                    .live(id)
                    .invoke(
                        live -> {
                          if (live > 0) {
                            throw new Conflict("process-under-way", process.name());
                          }
                        }))
        .chain(
            process -> {
              ProcessRun run = new ProcessRun(UUID.randomUUID(), process, caller.name(), now);
              List<ProcessStep> made =
                  process.graph().services().stream()
                      .map(service -> new ProcessStep(run.id(), service, now))
                      .toList();
              run.advance(made, now);
              return processRuns
                  .persistAndFlush(run)
                  .chain(() -> steps.persist(made))
                  .replaceWith(() -> run.view(made));
            });
  }

  @WithSession
  Uni<Page<ProcessRunView>> runs(Caller caller, UUID process, PageRequest request) {
    caller.requireRole(READERS);
    return existing(processes.findById(process), "process-not-found", process)
        .chain(() -> processRuns.page(process, request))
        .chain(
            found ->
                steps
                    .of(found.stream().map(ProcessRun::id).toList())
                    .map(all -> found.stream().map(run -> view(run, all)).toList()))
        .chain(
            items ->
                processRuns
                    .count("processId", process)
                    .map(total -> Page.of(items, total, request)));
  }

  private static ProcessRunView view(ProcessRun run, List<ProcessStep> all) {
    return run.view(all.stream().filter(it -> it.processRunId().equals(run.id())).toList());
  }

  @WithSession
  Uni<ProcessRunView> run(Caller caller, UUID id) {
    caller.requireRole(READERS);
    return existing(processRuns.findById(id), "process-run-not-found", id)
        .chain(run -> steps.of(List.of(id)).map(run::view));
  }

  /** Ends what runs and begins nothing more. */
  @WithTransaction
  Uni<Void> stop(Caller caller, UUID id) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    Instant now = clock.instant();
    return existing(processRuns.locked(id), "process-run-not-found", id)
        .invoke(
            run -> {
              if (run.state() != ProcessState.RUNNING) {
                throw new Conflict("process-ended", id);
              }
              run.end(ProcessState.STOPPED, now);
            })
        .chain(() -> steps.of(List.of(id)))
        .onItem()
        .transformToMulti(all -> Multi.createFrom().iterable(all))
        .onItem()
        .transformToUniAndConcatenate(step -> stop(step, now))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> stop(ProcessStep step, Instant now) {
    if (step.state().over()) {
      return Uni.createFrom().voidItem();
    }
    boolean runs = step.state() == StepState.RUNNING;
    step.end(runs ? StepState.STOPPED : StepState.SKIPPED, STOPPED, now);
    return runs ? stopper.stopRunning(step.runId()) : Uni.createFrom().voidItem();
  }

  private static <T> Uni<T> existing(Uni<T> found, String code, UUID id) {
    return found.onItem().ifNull().failWith(() -> new NotFound(code, id));
  }
}
