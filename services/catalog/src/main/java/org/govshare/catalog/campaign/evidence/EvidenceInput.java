package org.govshare.catalog.campaign.evidence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;

/**
 * A piece of evidence of the caller's department.
 *
 * @param title at most 200 characters
 * @param description at most 2,000 characters, may be absent
 */
@RegisterForReflection
record EvidenceInput(EvidenceKind kind, String title, String description) {

  void check() {
    new InputChecks()
        .required("kind", kind)
        .text("title", title, 200)
        .optionalText("description", description, 2_000)
        .done();
  }
}
