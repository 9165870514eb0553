package org.govshare.catalog.organisation.system;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.govshare.catalog.organisation.EntryInput;
import org.govshare.platform.problem.InputChecks;

/**
 * An information system as it is written. What is to become of it is decided apart from this.
 *
 * @param departmentCode whose system it is; the caller's if absent; never changes
 * @param name at most 200 characters, different from the department's other systems'
 * @param purpose what it is for, at most 1,000 characters
 * @param scope who and where uses it, at most 500 characters
 * @param usageFrequency how often it is used
 * @param approvingBody who approved its building, at most 200 characters
 * @param approvedOn when, not after today
 * @param fundingSource where the money came from, at most 200 characters
 * @param network where it runs
 * @param state where it stands in its life
 * @param lastUsedOn when it was last used, not after today
 * @param lastSeenOn when it was last seen at work, for example by an inspection, not after today
 * @param userCount how many people use it
 * @param officeId office of the department that looks after it
 * @param connection whether it is connected to the exchange platform
 * @param connectionDetail how, or by when, at most 500 characters; needed unless it is not
 */
@RegisterForReflection
public record SystemInput(
    String departmentCode,
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
    PlatformConnection connection,
    String connectionDetail)
    implements EntryInput {

  /** What is not said about the connection means that there is none. */
  public SystemInput {
    connection = connection == null ? PlatformConnection.NONE : connection;
  }

  @Override
  public Boolean abolished() {
    return state == SystemState.RETIRED;
  }

  @Override
  public void check(InputChecks checks, LocalDate today) {
    checks
        .text("name", name, 200)
        .text("purpose", purpose, 1_000)
        .optionalText("scope", scope, 500)
        .required("usageFrequency", usageFrequency)
        .optionalText("approvingBody", approvingBody, 200)
        .that(notAfter(approvedOn, today), "approvedOn", "after-today")
        .optionalText("fundingSource", fundingSource, 200)
        .required("network", network)
        .required("state", state)
        .that(notAfter(lastUsedOn, today), "lastUsedOn", "after-today")
        .that(notAfter(lastSeenOn, today), "lastSeenOn", "after-today")
        .that(userCount == null || userCount >= 0, "userCount", "negative")
        .optionalText("connectionDetail", connectionDetail, 500)
        .that(
            connection == PlatformConnection.NONE
                || (connectionDetail != null && !connectionDetail.isBlank()),
            "connectionDetail",
            "connection-detail-needed");
  }

  private static boolean notAfter(LocalDate date, LocalDate today) {
    return date == null || !date.isAfter(today);
  }
}
