package org.govshare.catalog.subscription;

/** What a subscription is to. */
public enum SubscriptionKind {
  /** One resource, in all its versions. */
  RESOURCE,
  /** Everything a department provides. */
  DEPARTMENT,
  /** Everything in a category and those below it. */
  CATEGORY,
  /** Everything that a query with words and filters finds. */
  QUERY
}
