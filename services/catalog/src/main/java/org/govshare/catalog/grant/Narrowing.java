package org.govshare.catalog.grant;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.govshare.platform.problem.InputChecks;

/**
 * Items that are taken out of a grant.
 *
 * @param itemIds some of its items, not all of them
 * @param reason shown to both departments
 */
@RegisterForReflection
public record Narrowing(List<UUID> itemIds, String reason) {

  void check(Grant grant) {
    InputChecks checks =
        new InputChecks()
            .text("reason", reason, 1_000)
            .that(itemIds != null && !itemIds.isEmpty(), "itemIds", "required");
    Set<UUID> taken = new HashSet<>();
    for (int i = 0; itemIds != null && i < itemIds.size(); i++) {
      UUID item = itemIds.get(i);
      checks
          .that(grant.itemIds().contains(item), "itemIds[" + i + "]", "not-granted", "" + item)
          .that(taken.add(item), "itemIds[" + i + "]", "duplicate", "" + item);
    }
    checks.that(taken.size() < grant.itemIds().size(), "itemIds", "whole-grant").done();
  }
}
