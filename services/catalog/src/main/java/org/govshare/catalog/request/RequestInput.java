package org.govshare.catalog.request;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.govshare.catalog.resource.SharingMethod;
import org.govshare.catalog.resource.UpdateFrequency;
import org.govshare.platform.problem.InputChecks;

/**
 * A request as its applicant writes it.
 *
 * @param resourceId published resource of another department
 * @param itemIds items asked for, 1 to 500, none of them 不予共享
 * @param purpose 用途, at most 1,000 characters
 * @param legalBasis 依据, at most 1,000 characters
 * @param legalBasisId policy in force in the library that the legal basis is, may be absent
 * @param scenario 应用场景, may be absent
 * @param frequency how often
 * @param method how: one that fits the format, by the platform or by disk and mail as the items are
 *     shared
 * @param validUntil last day on which the data is needed, today or later, at most so many years
 *     from today as the platform is set to (ten)
 */
@RegisterForReflection
public record RequestInput(
    UUID resourceId,
    List<UUID> itemIds,
    String purpose,
    String legalBasis,
    UUID legalBasisId,
    String scenario,
    UpdateFrequency frequency,
    SharingMethod method,
    LocalDate validUntil) {

  private static final int ITEM_LIMIT = 500;
  private static final int TEXT_LIMIT = 1_000;

  /** A draft without items has an empty list of them. */
  public RequestInput {
    itemIds = itemIds == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(itemIds));
  }

  /**
   * Checks a request that is handed in.
   *
   * @param lastDay until when anything can be asked for at most
   */
  void check(LocalDate today, LocalDate lastDay) {
    InputChecks checks =
        new InputChecks()
            .text("purpose", purpose, TEXT_LIMIT)
            .text("legalBasis", legalBasis, TEXT_LIMIT)
            .required("frequency", frequency)
            .required("method", method)
            .required("validUntil", validUntil)
            .that(validUntil == null || !validUntil.isBefore(today), "validUntil", "in-the-past")
            .that(
                validUntil == null || !validUntil.isAfter(lastDay),
                "validUntil",
                "too-far-ahead",
                lastDay)
            .that(!itemIds.isEmpty(), "itemIds", "required");
    checkWhatIsThere(checks).done();
  }

  /** Checks a draft: what is there must be right, the rest may come later. */
  void checkDraft() {
    checkWhatIsThere(
            new InputChecks()
                .optionalText("purpose", purpose, TEXT_LIMIT)
                .optionalText("legalBasis", legalBasis, TEXT_LIMIT))
        .done();
  }

  private InputChecks checkWhatIsThere(InputChecks checks) {
    checks
        .required("resourceId", resourceId)
        .optionalText("scenario", scenario, TEXT_LIMIT)
        .that(itemIds.size() <= ITEM_LIMIT, "itemIds", "too-many", ITEM_LIMIT);
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < Math.min(itemIds.size(), ITEM_LIMIT); i++) {
      UUID item = itemIds.get(i);
      String field = "itemIds[" + i + "]";
      checks
          .required(field, item)
          .that(item == null || seen.add(item), field, "duplicate", String.valueOf(item));
    }
    return checks;
  }
}
