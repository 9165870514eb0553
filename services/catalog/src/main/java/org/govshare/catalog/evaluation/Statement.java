package org.govshare.catalog.evaluation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;

/**
 * What a department says to its results.
 *
 * @param statement at most 2,000 characters
 */
@RegisterForReflection
public record Statement(String statement) {

  void check() {
    new InputChecks().text("statement", statement, 2_000).done();
  }
}
