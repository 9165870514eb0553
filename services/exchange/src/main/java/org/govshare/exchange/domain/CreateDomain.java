package org.govshare.exchange.domain;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;

/**
 * A domain to be created.
 *
 * @param code lower-case letters, digits and dashes, at most 32, a letter first
 * @param name at most 100 characters
 */
@RegisterForReflection
public record CreateDomain(String code, String name) {

  private static final String CODE = "[a-z][a-z0-9-]{0,31}";

  void check() {
    InputChecks checks = new InputChecks().required("code", code).text("name", name, 100);
    if (code != null && !code.isBlank()) {
      checks.that(code.matches(CODE), "code", "malformed", CODE);
    }
    checks.done();
  }
}
