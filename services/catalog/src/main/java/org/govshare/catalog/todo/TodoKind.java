package org.govshare.catalog.todo;

/** What waits. */
public enum TodoKind {
  /** Resources sent back to the department’s editors. */
  RESOURCE_RETURNED,
  /** Resources of the department to review. */
  RESOURCE_REVIEW,
  /** Registered resources to publish. */
  RESOURCE_PUBLICATION,
  /** Requests to check. */
  REQUEST_COMPLIANCE_CHECK,
  /** Requests to the department to decide on. */
  REQUEST_DECISION
}
