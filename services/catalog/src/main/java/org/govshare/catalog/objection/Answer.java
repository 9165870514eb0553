package org.govshare.catalog.objection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.platform.problem.InputChecks;

/**
 * What the provider says.
 *
 * @param decision whether the value is wrong
 * @param correctedAt when it was corrected, needed and allowed with {@link Decision#ACCEPT} alone
 * @param note reason or question, needed unless it is accepted; at most 1,000 characters
 */
@RegisterForReflection
record Answer(Decision decision, Instant correctedAt, String note) {

  private static final int NOTE_LIMIT = 1_000;

  /** What the provider may decide. */
  @Schema(name = "ObjectionAnswerDecision")
  enum Decision {
    /** The value was wrong and is corrected. */
    ACCEPT,
    /** The value is right. */
    REJECT,
    /** The report is not enough to tell. */
    NEEDS_INFORMATION
  }

  void check(Instant now) {
    boolean accepts = decision == Decision.ACCEPT;
    InputChecks checks =
        new InputChecks()
            .required("decision", decision)
            .that(accepts || decision == null || correctedAt == null, "correctedAt", "not-allowed")
            .that(correctedAt == null || !correctedAt.isAfter(now), "correctedAt", "in-the-future");
    if (accepts) {
      checks.required("correctedAt", correctedAt).optionalText("note", note, NOTE_LIMIT);
    } else {
      checks.text("note", note, NOTE_LIMIT);
    }
    checks.done();
  }
}
