package org.govshare.catalog.request;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
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
 * @param scenario 应用场景, may be absent
 * @param frequency how often
 * @param method how
 * @param validUntil last day on which the data is needed, today or later
 */
@RegisterForReflection
public record RequestInput(
    UUID resourceId,
    List<UUID> itemIds,
    String purpose,
    String legalBasis,
    String scenario,
    UpdateFrequency frequency,
    SharingMethod method,
    LocalDate validUntil) {

  private static final int ITEM_LIMIT = 500;

  void check(LocalDate today) {
    InputChecks checks =
        new InputChecks()
            .required("resourceId", resourceId)
            .required("itemIds", itemIds)
            .text("purpose", purpose, 1_000)
            .text("legalBasis", legalBasis, 1_000)
            .optionalText("scenario", scenario, 1_000)
            .required("frequency", frequency)
            .required("method", method)
            .required("validUntil", validUntil)
            .that(validUntil == null || !validUntil.isBefore(today), "validUntil", "in-the-past");
    if (itemIds != null) {
      checks
          .that(!itemIds.isEmpty(), "itemIds", "required")
          .that(itemIds.size() <= ITEM_LIMIT, "itemIds", "too-many", ITEM_LIMIT);
      Set<UUID> seen = new HashSet<>();
      for (int i = 0; i < Math.min(itemIds.size(), ITEM_LIMIT); i++) {
        UUID item = itemIds.get(i);
        checks
            .required("itemIds[" + i + "]", item)
            .that(
                item == null || seen.add(item),
                "itemIds[" + i + "]",
                "duplicate",
                String.valueOf(item));
      }
    }
    checks.done();
  }
}
