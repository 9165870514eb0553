package org.govshare.catalog.organisation.system;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.organisation.EntryView;
import org.govshare.platform.version.Versioned;

/**
 * An information system.
 *
 * @param id identity
 * @param department whose system it is
 * @param name name
 * @param purpose what it is for
 * @param scope who and where uses it
 * @param usageFrequency how often it is used
 * @param approvingBody who approved its building
 * @param approvedOn when
 * @param fundingSource where the money came from
 * @param network where it runs
 * @param state where it stands in its life
 * @param lastUsedOn when it was last used
 * @param lastSeenOn when it was last seen at work
 * @param userCount how many people use it
 * @param officeId office that looks after it
 * @param officeName name of that office
 * @param connection whether it is connected to the exchange platform
 * @param connectionDetail how, or by when
 * @param decision what is to become of it, absent while that is open
 * @param updatedAt when it was last changed
 * @param revision counts its changes
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SystemView(
    UUID id,
    DepartmentView department,
    String name,
    String purpose,
    String scope,
    UsageFrequency usageFrequency,
    String approvingBody,
    LocalDate approvedOn,
    String fundingSource,
    SystemNetwork network,
    SystemState state,
    LocalDate lastUsedOn,
    LocalDate lastSeenOn,
    Integer userCount,
    UUID officeId,
    String officeName,
    PlatformConnection connection,
    String connectionDetail,
    Decided decision,
    Instant updatedAt,
    long revision)
    implements Versioned, EntryView {

  /**
   * What was decided about a system.
   *
   * @param decision what is to become of it
   * @param targetId system that it is merged into
   * @param targetName name of that system
   * @param reason why
   * @param by who decided
   * @param at when
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Decided(
      CleanUpDecision decision,
      UUID targetId,
      String targetName,
      String reason,
      String by,
      Instant at) {}
}
