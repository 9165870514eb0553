package org.govshare.catalog.request;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.govshare.platform.problem.InputChecks;

/**
 * Asks for a grant to be prolonged, everything else as it is.
 *
 * @param grantId a grant in force of the caller's department
 * @param validUntil last day on which the data is needed, after the grant's end
 * @param reason why it is still needed, at most 1,000 characters
 */
@RegisterForReflection
public record RenewalInput(UUID grantId, LocalDate validUntil, String reason) {

  void check() {
    new InputChecks()
        .required("grantId", grantId)
        .required("validUntil", validUntil)
        .text("reason", reason, 1_000)
        .done();
  }
}
