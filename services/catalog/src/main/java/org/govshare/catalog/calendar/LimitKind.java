package org.govshare.catalog.calendar;

/** What has a time limit in working days. How many is data, see {@link TimeLimit}. */
public enum LimitKind {
  /** The authority's check of a request. */
  COMPLIANCE_CHECK,
  /** The provider's answer to a request for what is shared without condition. */
  PROVIDER_ANSWER,
  /** The provider's answer where an item is shared on condition. */
  PROVIDER_ANSWER_CONDITIONAL,
  /** The provider's answer to a demand for what is not published. */
  PROVIDER_ANSWER_UNPUBLISHED,
  /** The authority's word on an objection to a refusal. */
  REFUSAL_OBJECTION,
  /** The provider's answer to an objection to a value. */
  VALUE_OBJECTION,
  /** The department's review of a resource. */
  RESOURCE_REVIEW,
  /** The publication of a registered resource. */
  RESOURCE_PUBLICATION,
  /** The editor's mending of a resource that was sent back. */
  RESOURCE_MENDING,
  /** The author's mending of a request that was sent back. */
  REQUEST_MENDING,
  /** The reporter's answer to a question about an objection to a value. */
  OBJECTION_INFORMATION,
  /** The authority's word on an objection that the departments do not agree on. */
  OBJECTION_ARBITRATION,
  /** The authority's finding of a provider for a demand. */
  DEMAND_ASSIGNMENT,
  /** The authority's review of an entry of the opening plan. */
  OPENING_REVIEW,
  /** How long before its end the holder of a grant is told. */
  GRANT_EXPIRY_NOTICE
}
