package org.govshare.catalog.lifecycle;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.govshare.catalog.resource.FieldRemark;

/**
 * A reviewer's decision on a resource.
 *
 * @param decision pass or return
 * @param remark why; needed to return
 * @param remarks on single fields, at most 100; only to return
 */
@RegisterForReflection
public record Review(ReviewDecision decision, String remark, List<FieldRemark> remarks) {

  /** Absent remarks are none. */
  public Review {
    remarks = remarks == null ? List.of() : remarks;
  }

  void check() {
    DecisionChecks.check(decision, decision == ReviewDecision.RETURN, remark, remarks);
  }
}
