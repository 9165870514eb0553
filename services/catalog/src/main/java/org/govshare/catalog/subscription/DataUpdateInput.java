package org.govshare.catalog.subscription;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.govshare.platform.problem.InputChecks;

/**
 * What a provider says about new data.
 *
 * @param updatedAt when the data was updated, now if absent; not in the future
 * @param rowCount how many rows there are now, may be absent
 * @param note for those who use it, at most 1,000 characters, may be absent
 */
@RegisterForReflection
record DataUpdateInput(Instant updatedAt, Long rowCount, String note) {

  void check(Instant now) {
    new InputChecks()
        .that(updatedAt == null || !updatedAt.isAfter(now), "updatedAt", "in-the-future")
        .that(rowCount == null || rowCount >= 0, "rowCount", "negative")
        .optionalText("note", note, 1_000)
        .done();
  }
}
