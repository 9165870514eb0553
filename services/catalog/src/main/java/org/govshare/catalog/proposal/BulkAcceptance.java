package org.govshare.catalog.proposal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.UpdateFrequency;
import org.govshare.platform.problem.InputChecks;

/**
 * Several proposals that become drafts in the same way, all of them or none.
 *
 * @param proposals 1 to 50
 */
@RegisterForReflection
record BulkAcceptance(
    List<Chosen> proposals,
    String categoryCode,
    UpdateFrequency updateFrequency,
    OpenType openType,
    String formatType) {

  private static final int LIMIT = 50;

  /**
   * A proposal as it was seen.
   *
   * @param revision the number in its {@code ETag}
   */
  @RegisterForReflection
  record Chosen(UUID id, Long revision) {}

  BulkAcceptance {
    proposals = proposals == null ? List.of() : proposals;
  }

  void check() {
    InputChecks checks =
        new InputChecks()
            .that(!proposals.isEmpty(), "proposals", "required")
            .that(proposals.size() <= LIMIT, "proposals", "too-many", LIMIT);
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < Math.min(proposals.size(), LIMIT); i++) {
      String at = "proposals[" + i + "]";
      checks.with(
          at,
          proposals.get(i),
          chosen ->
              checks
                  .required(at + ".id", chosen.id())
                  .required(at + ".revision", chosen.revision())
                  .that(
                      chosen.id() == null || seen.add(chosen.id()),
                      at + ".id",
                      "duplicate",
                      chosen.id()));
    }
    checks.done();
  }

  ProposalAcceptance each() {
    return new ProposalAcceptance(
        null,
        null,
        categoryCode,
        updateFrequency,
        openType,
        formatType,
        null,
        null,
        null,
        null,
        null);
  }
}
