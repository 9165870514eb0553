package org.govshare.catalog.task;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.platform.problem.InputChecks;

/**
 * Hands several tasks to one colleague.
 *
 * @param to user name: one of the same department with a role in common. A task whose role the
 *     colleague does not hold, or on whose own work it decides, stays where it is
 * @param tasks the tasks and the versions seen, at most 1,000; if absent, all open ones of {@code
 *     from}
 * @param from whose open tasks, if none are named: the caller's own if absent, or those of a
 *     colleague who is away and named the caller
 * @param remark why, at most 500 characters, may be absent
 */
@RegisterForReflection
public record BulkHandOver(String to, List<Target> tasks, String from, String remark) {

  /** Most tasks in one call. */
  static final int LIMIT = 1_000;

  /**
   * A task and the version its reader has seen.
   *
   * @param id which
   * @param revision the number in its {@code ETag}
   */
  @RegisterForReflection
  @Schema(name = "BulkHandOverTarget")
  public record Target(UUID id, Long revision) {}

  void check() {
    InputChecks checks =
        new InputChecks()
            .text("to", to, 100)
            .optionalText("remark", remark, 500)
            .optionalText("from", from, 100)
            .that(tasks == null || from == null, "from", "tasks-are-named");
    if (tasks != null) {
      checkTasks(checks);
    }
    checks.done();
  }

  private void checkTasks(InputChecks checks) {
    checks
        .that(!tasks.isEmpty(), "tasks", "required")
        .that(tasks.size() <= LIMIT, "tasks", "too-many", LIMIT);
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < Math.min(tasks.size(), LIMIT); i++) {
      String at = "tasks[" + i + "]";
      checks.with(
          at,
          tasks.get(i),
          target ->
              checks
                  .required(at + ".id", target.id())
                  .required(at + ".revision", target.revision())
                  .that(
                      target.id() == null || seen.add(target.id()),
                      at + ".id",
                      "duplicate",
                      target.id()));
    }
  }
}
