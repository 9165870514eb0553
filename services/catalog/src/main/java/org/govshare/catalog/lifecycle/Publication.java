package org.govshare.catalog.lifecycle;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.govshare.catalog.resource.FieldRemark;

/**
 * The publisher's decision on a resource.
 *
 * @param decision publish or return
 * @param remark why; needed to return
 * @param remarks on single fields, at most 100; only to return
 */
@RegisterForReflection
public record Publication(PublicationDecision decision, String remark, List<FieldRemark> remarks) {

  /** Absent remarks are none. */
  public Publication {
    remarks = remarks == null ? List.of() : remarks;
  }

  void check() {
    DecisionChecks.check(decision, decision == PublicationDecision.RETURN, remark, remarks);
  }
}
