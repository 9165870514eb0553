package org.govshare.catalog.region;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.FieldError;
import org.govshare.platform.problem.InputChecks;

/**
 * A region as it is written.
 *
 * @param code six digits after GB/T 2260, nine or twelve after GB/T 10114; never changes
 * @param name at most 100 characters
 * @param standard where the code comes from; if absent, the standard for its length
 * @param note at most 500 characters
 * @param abolished whether nothing new may be assigned to it, no if absent
 */
@RegisterForReflection
public record RegionInput(
    String code, String name, RegionStandard standard, String note, Boolean abolished) {

  /** An absent standard is the one for the code's length. */
  public RegionInput {
    if (standard == null && code != null) {
      standard = code.length() > 6 ? RegionStandard.GBT_10114 : RegionStandard.GBT_2260;
    }
  }

  RegionInput of(String known) {
    return new RegionInput(known, name, standard, note, abolished);
  }

  /** Every fault, each in a field that begins with the prefix. */
  void check(InputChecks checks, String prefix) {
    RegionCode known = RegionCode.of(code).orElse(null);
    if (known == null) {
      checks.add(FieldError.of(prefix + "code", "region-code-malformed", String.valueOf(code)));
    } else {
      checks.that(known.fits(standard), prefix + "standard", "region-standard-misfit", code);
    }
    checks.text(prefix + "name", name, 100).optionalText(prefix + "note", note, 500);
  }
}
