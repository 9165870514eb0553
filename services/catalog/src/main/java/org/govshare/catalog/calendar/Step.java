package org.govshare.catalog.calendar;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.platform.identity.Roles;

/**
 * A kind of step that waits for somebody; what a to-do list is sorted by. A feature with steps of
 * its own adds them here.
 */
@Schema(name = "TaskKind")
public enum Step {
  /** A resource sent back to its editor. */
  RESOURCE_RETURNED(Roles.DEPARTMENT_REVIEWER),
  /** A resource for the department to review. */
  RESOURCE_REVIEW(Roles.CATALOG_PUBLISHER),
  /** A registered resource to publish. */
  RESOURCE_PUBLICATION(Roles.CATALOG_PUBLISHER),
  /** A request to check for compliance. */
  REQUEST_COMPLIANCE_CHECK(Roles.SHARING_REVIEWER),
  /** A request for the provider to decide on. */
  REQUEST_DECISION(Roles.SHARING_REVIEWER),
  /** A request sent back to its author. */
  REQUEST_RETURNED(Roles.DEPARTMENT_REVIEWER),
  /** An objection to a refusal, for the authority to decide. */
  REQUEST_ARBITRATION(Roles.SHARING_REVIEWER),
  /** An objection to a value, for the provider to answer. */
  VALUE_OBJECTION(Roles.SHARING_REVIEWER),
  /** An objection to a value sent back to who made it. */
  OBJECTION_INFORMATION(Roles.DEPARTMENT_REVIEWER),
  /** An objection to a value that the two departments do not agree on. */
  OBJECTION_ARBITRATION(Roles.SHARING_REVIEWER),
  /** A demand to find a provider for. */
  DEMAND_ASSIGNMENT(Roles.SHARING_REVIEWER),
  /** A demand for the provider to answer. */
  DEMAND_ANSWER(Roles.SHARING_REVIEWER),
  /** An entry of the opening plan to review. */
  OPENING_REVIEW(Roles.CATALOG_PUBLISHER),
  /** A step of a compilation campaign. */
  CAMPAIGN_STEP(Roles.CATALOG_PUBLISHER);

  private final String escalation;

  Step(String escalation) {
    this.escalation = escalation;
  }

  /**
   * The role that is told when the step is overdue: the department's reviewer for what its own
   * people owe, the authority for the rest.
   */
  public String escalation() {
    return escalation;
  }

  /** The department whose holders of that role are told; empty for those of any. */
  public Optional<String> escalationDepartment(String department) {
    return escalation.equals(Roles.DEPARTMENT_REVIEWER)
        ? Optional.ofNullable(department)
        : Optional.empty();
  }
}
