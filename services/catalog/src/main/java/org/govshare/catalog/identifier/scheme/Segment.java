package org.govshare.catalog.identifier.scheme;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import java.util.stream.Collectors;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InputChecks;

/**
 * Some neighbouring digits of an identifier.
 *
 * @param source where they come from
 * @param digits how many they are
 * @param constant the digits themselves, if they are the same for every resource
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Segment(SegmentSource source, Integer digits, String constant) {

  void check(InputChecks checks, String at) {
    checks.required(at + "source", source).required(at + "digits", digits);
    if (source == null || digits == null) {
      return;
    }
    checks.that(
        digits >= 1 && digits <= source.mostDigits(),
        at + "digits",
        "out-of-range",
        1,
        source.mostDigits());
    if (source == SegmentSource.CONSTANT) {
      checks.that(
          constant != null && constant.matches("[0-9]+") && constant.length() == digits,
          at + "constant",
          "not-that-many-digits",
          digits);
    } else {
      checks.that(constant == null, at + "constant", "only-for-constant");
    }
  }

  /** The digits of one resource. */
  String of(SegmentValues values) {
    return switch (source) {
      case CONSTANT -> constant;
      case CATEGORY -> leading(values.categoryCode());
      case DEPARTMENT -> filled(values.departmentSerial());
      case REGION -> leading(values.regionCode());
    };
  }

  /** What this segment may hold, out of all codes of its source. */
  Set<String> among(Set<String> codes) {
    return codes.stream()
        .filter(code -> source == SegmentSource.DEPARTMENT || code.length() >= digits)
        .map(code -> source == SegmentSource.DEPARTMENT ? filled(code) : leading(code))
        .filter(code -> code.length() == digits)
        .collect(Collectors.toUnmodifiableSet());
  }

  private String leading(String code) {
    if (code == null || code.length() < digits) {
      throw new Conflict("identifier-segment-missing", source, code == null ? "" : code, digits);
    }
    return code.substring(0, digits);
  }

  private String filled(String serial) {
    if (serial.length() > digits) {
      throw new Conflict("identifier-segment-missing", source, serial, digits);
    }
    return "0".repeat(digits - serial.length()) + serial;
  }
}
