package org.govshare.catalog.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.govshare.catalog.calendar.Step;
import org.govshare.platform.identity.Caller;

/** Counts the tasks that wait. */
@Singleton
public class Tasks {

  private final TaskRepository tasks;
  private final Clock clock;

  Tasks(TaskRepository tasks, Clock clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  /** How many tasks of each kind the caller's roles may take; kinds without any are left out. */
  public Uni<Map<Step, Long>> counts(Caller caller) {
    return tasks.counts(
        TaskScope.of(
            caller,
            new TaskFilter(null, TaskAssigned.all, null, false),
            Set.of(),
            clock.instant()));
  }
}
