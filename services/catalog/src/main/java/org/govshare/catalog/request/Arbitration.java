package org.govshare.catalog.request;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.platform.problem.InputChecks;

/**
 * The authority's word on an objection.
 *
 * @param decision uphold the refusal or overturn it
 * @param remark why, at most 2,000 characters; binds the provider if the refusal is overturned
 */
@RegisterForReflection
@Schema(name = "RefusalArbitration")
public record Arbitration(ObjectionOutcome decision, String remark) {

  void check() {
    new InputChecks().required("decision", decision).text("remark", remark, 2_000).done();
  }
}
