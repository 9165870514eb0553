package org.govshare.catalog.request;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.problem.InputChecks;

/**
 * The provider's decision.
 *
 * @param decision grant or refuse
 * @param itemIds items granted, some of those requested; all of them if absent
 * @param expiresAt until when, not after the end of the day the request names; that end if absent
 * @param remark why; needed to refuse
 */
@RegisterForReflection
public record Decision(
    ProviderDecision decision, List<UUID> itemIds, Instant expiresAt, String remark) {

  void check(Instant now, AccessRequest request, Instant latest) {
    InputChecks checks =
        new InputChecks()
            .required("decision", decision)
            .optionalText("remark", remark, 1_000)
            .that(
                decision != ProviderDecision.REFUSE || (remark != null && !remark.isBlank()),
                "remark",
                "remark-needed")
            .that(expiresAt == null || expiresAt.isAfter(now), "expiresAt", "in-the-past")
            .that(
                expiresAt == null || !expiresAt.isAfter(latest),
                "expiresAt",
                "after-requested-end",
                latest)
            .that(itemIds == null || !itemIds.isEmpty(), "itemIds", "required");
    if (itemIds != null) {
      for (int i = 0; i < itemIds.size(); i++) {
        checks.that(
            request.itemIds().contains(itemIds.get(i)),
            "itemIds[" + i + "]",
            "not-requested",
            String.valueOf(itemIds.get(i)));
      }
    }
    checks.done();
  }

  /** The items granted, in the order in which they were requested. */
  List<UUID> grantedOf(AccessRequest request) {
    return itemIds == null
        ? request.itemIds()
        : request.itemIds().stream().filter(itemIds::contains).toList();
  }
}
