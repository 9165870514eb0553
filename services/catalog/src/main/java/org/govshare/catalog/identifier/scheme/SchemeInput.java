package org.govshare.catalog.identifier.scheme;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/**
 * A scheme as an administrator writes it.
 *
 * @param segments segments in order: 前段码 of 6 digits in all, then 中段码 of 10
 * @param remark why it is changed, at most 500 characters
 */
@RegisterForReflection
public record SchemeInput(List<Segment> segments, String remark) {

  /** Absent segments are none. */
  public SchemeInput {
    segments = segments == null ? List.of() : segments;
  }

  /**
   * Checks everything that can be seen from the input alone.
   *
   * @throws InvalidInput naming every fault (400)
   */
  void check() {
    InputChecks checks = new InputChecks().optionalText("remark", remark, 500);
    checks.that(
        segments.size() <= IdentifierScheme.PREFIX_DIGITS,
        "segments",
        "too-many",
        IdentifierScheme.PREFIX_DIGITS);
    for (int i = 0; i < Math.min(segments.size(), IdentifierScheme.PREFIX_DIGITS); i++) {
      String at = "segments[" + i + "]";
      checks.with(at, segments.get(i), segment -> segment.check(checks, at + "."));
    }
    checks.done();
    checkTotals(checks);
    checks.done();
  }

  private void checkTotals(InputChecks checks) {
    int digits = 0;
    boolean frontEnds = false;
    for (Segment segment : segments) {
      digits += segment.digits();
      frontEnds |= digits == IdentifierScheme.FRONT_DIGITS;
    }
    checks
        .that(
            digits == IdentifierScheme.PREFIX_DIGITS,
            "segments",
            "scheme-wrong-total",
            digits,
            IdentifierScheme.PREFIX_DIGITS)
        .that(frontEnds, "segments", "scheme-without-front", IdentifierScheme.FRONT_DIGITS);
  }
}
