package org.govshare.catalog.notification;

/**
 * What a notice is about. The wording of each kind is in {@code
 * META-INF/govshare/notices_<language>.properties}: {@code <KIND>.label} names the kind in the
 * settings, {@code <KIND>.title} and {@code <KIND>.text} take the notice's arguments by name.
 */
public enum NoticeKind {
  /** Resources wait for the department's review. */
  RESOURCE_TO_REVIEW,
  /** Resources wait for publication. */
  RESOURCE_TO_PUBLISH,
  /** Resources are back with their editor. */
  RESOURCE_RETURNED,
  /** A resource subscribed to has a new version. */
  RESOURCE_VERSION,
  /** The same, and what rested on the former version may break. */
  RESOURCE_VERSION_BREAKING,
  /** A resource that matches a subscription was published. */
  RESOURCE_PUBLISHED,
  /** A resource subscribed to was withdrawn. */
  RESOURCE_WITHDRAWN,
  /** The data of a resource subscribed to or granted was updated. */
  DATA_UPDATED,
  /** What happened to subscriptions since the last digest. */
  SUBSCRIPTION_DIGEST,
  /** An objection to a value waits for the provider. */
  OBJECTION_RECEIVED,
  /** A value of an item that is used is disputed. */
  OBJECTION_RAISED,
  /** The provider wants to know more about an objection. */
  OBJECTION_QUESTION,
  /** The reporter of an objection has said more. */
  OBJECTION_INFORMED,
  /** The provider has corrected what was objected to. */
  OBJECTION_ACCEPTED,
  /** A wrong value of an item that is used was corrected. */
  OBJECTION_CORRECTED,
  /** The provider holds a value to be right. */
  OBJECTION_REJECTED,
  /** The reporter is not content with the answer. */
  OBJECTION_REOPENED,
  /** An objection waits for the authority. */
  OBJECTION_ARBITRATION,
  /** The authority holds a value to be wrong. */
  OBJECTION_UPHELD,
  /** The authority holds a value to be right. */
  OBJECTION_DISMISSED,
  /** A demand waits for the authority. */
  DEMAND_SUBMITTED,
  /** A demand waits for the provider's answer. */
  DEMAND_ASSIGNED,
  /** The authority refused a demand. */
  DEMAND_REFUSED,
  /** The provider will publish what was asked for. */
  DEMAND_PLANNED,
  /** The provider cannot provide what was asked for. */
  DEMAND_DECLINED,
  /** The day by which a demand was to be published has passed. */
  DEMAND_PROMISE_PASSED,
  /** What was asked for is in the catalogue. */
  DEMAND_FULFILLED,
  /** The authority agrees with an entry of the opening plan. */
  OPENING_APPROVED,
  /** The authority sent an entry of the opening plan back. */
  OPENING_RETURNED,
  /** A request waits for the compliance check. */
  REQUEST_SUBMITTED,
  /** A request waits for the provider. */
  REQUEST_TO_DECIDE,
  /** A request is back with its author. */
  REQUEST_RETURNED,
  /** A request was refused. */
  REQUEST_REFUSED,
  /** A request was granted. */
  REQUEST_GRANTED,
  /** Some items of a request were granted. */
  REQUEST_GRANTED_IN_PART,
  /** An applicant objects to a refusal. */
  REQUEST_OBJECTED,
  /** The authority upheld a refusal. */
  REFUSAL_UPHELD,
  /** The authority overturned a refusal. */
  REFUSAL_OVERTURNED,
  /** A request was taken back. */
  REQUEST_WITHDRAWN,
  /** The time a request asked for was over before it was decided. */
  REQUEST_EXPIRED,
  /** A request fell away with its resource. */
  REQUEST_LAPSED,
  /** A grant ends soon. */
  GRANT_EXPIRING,
  /** A grant has ended. */
  GRANT_EXPIRED,
  /** A grant was taken back. */
  GRANT_REVOKED,
  /** Items were taken out of a grant. */
  GRANT_NARROWED,
  /** A step has to be taken soon. */
  STEP_DUE_SOON,
  /** A step is overdue. */
  STEP_OVERDUE,
  /** Somebody else's step is overdue. */
  STEP_ESCALATED,
  /** A step was handed over. */
  TASK_HANDED_OVER,
  /** Several steps were handed over. */
  TASKS_HANDED_OVER,
  /** Several of one's steps went to a colleague. */
  TASKS_GIVEN_AWAY,
  /** A colleague's steps are delegated. */
  TASKS_DELEGATED,
  /** A department reported a step of a compilation campaign. */
  CAMPAIGN_STEP_REPORTED,
  /** A step of a compilation campaign was accepted. */
  CAMPAIGN_STEP_ACCEPTED,
  /** A step of a compilation campaign was sent back. */
  CAMPAIGN_STEP_RETURNED
}
