package org.govshare.catalog.task;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;

/**
 * Hands a task to a colleague, or takes it.
 *
 * @param to user name: one of the same department who holds the role that the task needs
 * @param remark why, at most 500 characters, may be absent
 */
@RegisterForReflection
public record HandOver(String to, String remark) {

  void check() {
    new InputChecks().text("to", to, 100).optionalText("remark", remark, 500).done();
  }
}
