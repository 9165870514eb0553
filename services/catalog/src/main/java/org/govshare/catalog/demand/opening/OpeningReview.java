package org.govshare.catalog.demand.opening;

/** Where the authority's review of an entry of the plan stands. */
enum OpeningReview {
  /** It waits. */
  PENDING,
  /** The authority agrees. */
  APPROVED,
  /** The department is to think again. */
  RETURNED
}
