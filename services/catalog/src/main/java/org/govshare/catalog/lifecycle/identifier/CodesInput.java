package org.govshare.catalog.lifecycle.identifier;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.govshare.platform.problem.InputChecks;

/**
 * Identifiers to check.
 *
 * @param identifiers as somebody wrote them, 1 to 1,000
 */
@RegisterForReflection
public record CodesInput(List<String> identifiers) {

  private static final int LIMIT = 1_000;

  void check() {
    new InputChecks()
        .required("identifiers", identifiers)
        .that(
            identifiers == null || (!identifiers.isEmpty() && identifiers.size() <= LIMIT),
            "identifiers",
            "out-of-range",
            1,
            LIMIT)
        .done();
  }
}
