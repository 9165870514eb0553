package org.govshare.catalog.subscription;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.catalog.finding.StandingQuery;
import org.govshare.catalog.search.SearchText;
import org.govshare.platform.problem.InputChecks;

/**
 * A subscription as a person writes it.
 *
 * @param kind what it is to
 * @param target identity of a published resource, code of a department or category, or a query:
 *     words of at most 100 characters, or, with filters, what stands behind the question mark of a
 *     search, for example {@code q=企业&sharingType=UNCONDITIONAL}, of at most 2,000
 * @param delivery when to be told
 */
@RegisterForReflection
record SubscriptionInput(SubscriptionKind kind, String target, Delivery delivery) {

  private static final int QUERY_LIMIT = 2_000;

  /** Whether it is to a query with filters, as a saved search holds one, and not to words alone. */
  boolean asksStructured() {
    return kind == SubscriptionKind.QUERY && target != null && StandingQuery.isOne(target.strip());
  }

  void check() {
    new InputChecks()
        .required("kind", kind)
        .text("target", target, asksStructured() ? QUERY_LIMIT : SearchText.QUERY_LIMIT)
        .required("delivery", delivery)
        .done();
  }
}
