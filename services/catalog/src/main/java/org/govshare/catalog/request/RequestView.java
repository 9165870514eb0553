package org.govshare.catalog.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.calendar.ClockView;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.DataType;
import org.govshare.catalog.resource.SharingMethod;
import org.govshare.catalog.resource.SharingType;
import org.govshare.catalog.resource.UpdateFrequency;
import org.govshare.platform.version.Versioned;

/**
 * A request. The revision is the number in its {@code ETag}.
 *
 * @param renewsGrantId grant whose prolongation is asked for, absent for an ordinary request
 * @param complianceCheck the last finding of the compliance check
 * @param decision the provider's last word
 * @param rowFilter which rows are granted, in words
 * @param conditions what the grant is bound to
 * @param bound whether the authority forbade the provider to refuse it again
 * @param clocks the clocks that are open
 * @param objections objections to refusals
 * @param advices what else there is to know; in lists left out
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestView(
    UUID id,
    RequestState state,
    Resource resource,
    DepartmentView providerDepartment,
    DepartmentView requesterDepartment,
    String requestedBy,
    List<Item> items,
    String purpose,
    String legalBasis,
    UUID legalBasisId,
    String scenario,
    UpdateFrequency frequency,
    SharingMethod method,
    LocalDate validUntil,
    UUID renewsGrantId,
    Step complianceCheck,
    Step decision,
    String rowFilter,
    String conditions,
    boolean bound,
    UUID grantId,
    List<ClockView> clocks,
    List<Objection> objections,
    List<Advice> advices,
    Instant createdAt,
    Instant submittedAt,
    long revision)
    implements Versioned {

  /** The version of the resource that was asked for. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "RequestResource")
  public record Resource(UUID id, String identifier, String name, int version) {}

  /**
   * An item asked for.
   *
   * @param sharingCondition 共享条件, absent if there is none
   * @param outcome what was decided on it, absent if nothing yet
   * @param reason why it was refused
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "RequestItem")
  public record Item(
      UUID id,
      String name,
      String fieldName,
      DataType dataType,
      SharingType sharingType,
      String sharingCondition,
      ItemOutcome outcome,
      String reason) {}

  /** Who decided, when and why. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Step(String by, Instant at, String remark) {}

  /**
   * An objection to a refusal.
   *
   * @param stage whose refusal, {@code COMPLIANCE_CHECK} or {@code PROVIDER_DECISION}
   * @param outcome the authority's word, absent if it has not said it yet
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Objection(
      String stage,
      String reason,
      String raisedBy,
      Instant raisedAt,
      ObjectionOutcome outcome,
      String decidedBy,
      Instant decidedAt,
      String remark) {}
}
