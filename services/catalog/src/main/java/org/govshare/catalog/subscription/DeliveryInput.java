package org.govshare.catalog.subscription;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;

/**
 * Another delivery of a subscription.
 *
 * @param delivery when to be told
 */
@RegisterForReflection
record DeliveryInput(Delivery delivery) {

  void check() {
    new InputChecks().required("delivery", delivery).done();
  }
}
