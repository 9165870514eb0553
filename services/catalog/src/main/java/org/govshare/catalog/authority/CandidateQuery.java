package org.govshare.catalog.authority;

import jakarta.ws.rs.QueryParam;
import org.govshare.platform.problem.InputChecks;

/** Which candidates a list holds. */
public class CandidateQuery {

  /** What was decided on them; all if absent. */
  @QueryParam("status")
  CandidateStatus status;

  /** Code of a department that keeps the datum. */
  @QueryParam("department")
  String department;

  /** Whether an item of a base library is among them. */
  @QueryParam("baseLibrary")
  Boolean baseLibrary;

  /** Least score, 0 to 1. */
  @QueryParam("minScore")
  Double minScore;

  /** Part of a name. */
  @QueryParam("q")
  String q;

  void check() {
    new InputChecks()
        .optionalText("q", q, 100)
        .that(
            minScore == null || (minScore >= 0 && minScore <= 1), "minScore", "out-of-range", 0, 1)
        .done();
  }
}
