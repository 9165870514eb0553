package org.govshare.catalog.subscription;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.catalog.search.SearchText;
import org.govshare.platform.problem.InputChecks;

/**
 * A subscription as a person writes it.
 *
 * @param kind what it is to
 * @param target identity of a published resource, code of a department or category, or a query of
 *     at most 100 characters
 * @param delivery when to be told
 */
@RegisterForReflection
record SubscriptionInput(SubscriptionKind kind, String target, Delivery delivery) {

  void check() {
    new InputChecks()
        .required("kind", kind)
        .text("target", target, SearchText.QUERY_LIMIT)
        .required("delivery", delivery)
        .done();
  }
}
