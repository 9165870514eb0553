package org.govshare.catalog.demand;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.govshare.platform.problem.InputChecks;

/**
 * Names the resource that will be what was asked for.
 *
 * @param resourceId a resource of the provider, in any state but withdrawn
 */
@RegisterForReflection
record DemandLink(UUID resourceId) {

  void check() {
    new InputChecks().required("resourceId", resourceId).done();
  }
}
