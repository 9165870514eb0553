package org.govshare.catalog.task;

/** Whose delegations a list holds. */
public enum DelegationRole {
  /** Those the caller gave. */
  given,
  /** Those that name the caller. */
  received
}
