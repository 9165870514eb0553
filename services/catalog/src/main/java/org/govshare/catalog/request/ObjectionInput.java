package org.govshare.catalog.request;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.platform.problem.InputChecks;

/**
 * Why the applicant objects to a refusal.
 *
 * @param reason at most 2,000 characters, shown to the provider and the authority
 */
@RegisterForReflection
@Schema(name = "RefusalObjectionInput")
public record ObjectionInput(String reason) {

  void check() {
    new InputChecks().text("reason", reason, 2_000).done();
  }
}
