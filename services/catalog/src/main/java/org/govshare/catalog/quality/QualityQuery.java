package org.govshare.catalog.quality;

import java.math.BigDecimal;
import java.util.Optional;
import org.govshare.platform.problem.InputChecks;

/**
 * Which entries are asked for.
 *
 * @param department whose they are
 * @param unmet a criterion that they do not meet fully
 * @param below a score that theirs is below, from 0 to 100
 */
record QualityQuery(
    Optional<String> department, Optional<Criterion> unmet, Optional<BigDecimal> below) {

  private static final BigDecimal FULL = BigDecimal.valueOf(100);

  QualityQuery {
    new InputChecks()
        .that(
            below.isEmpty() || (below.get().signum() >= 0 && below.get().compareTo(FULL) <= 0),
            "below",
            "out-of-range",
            0,
            FULL)
        .done();
  }
}
