package org.govshare.exchange.process;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.govshare.exchange.run.RunCause;
import org.govshare.exchange.run.RunEnded;
import org.govshare.exchange.run.RunListener;
import org.govshare.exchange.run.RunPhase;

/** Lets a process go on when the run of one of its steps has ended. */
@Singleton
class StepEndings implements RunListener {

  private final ProcessRunRepository processRuns;
  private final StepRepository steps;

  StepEndings(ProcessRunRepository processRuns, StepRepository steps) {
    this.processRuns = processRuns;
    this.steps = steps;
  }

  @Override
  public Uni<Void> ended(RunEnded event) {
    if (event.cause() != RunCause.PROCESS) {
      return Uni.createFrom().voidItem();
    }
    return steps
        .ofRun(event.runId())
        .chain(
            step ->
                step == null
                    ? Uni.createFrom().voidItem()
                    : processRuns
                        .locked(step.processRunId())
                        .chain(run -> advance(run, step, event)));
  }

  private Uni<Void> advance(ProcessRun run, ProcessStep step, RunEnded event) {
    if (step.state() != StepState.RUNNING) {
      return Uni.createFrom().voidItem();
    }
    step.end(state(event.phase()), event.reason(), event.at());
    return steps
        .of(List.of(run.id()))
        .invoke(all -> run.advance(all, event.at()))
        .replaceWithVoid();
  }

  private static StepState state(RunPhase phase) {
    return switch (phase) {
      case COMPLETED -> StepState.COMPLETED;
      case STOPPED -> StepState.STOPPED;
      default -> StepState.FAILED;
    };
  }
}
