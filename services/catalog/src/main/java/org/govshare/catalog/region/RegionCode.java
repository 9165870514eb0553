package org.govshare.catalog.region;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Code of a region: six digits after GB/T 2260 (two each for province, prefecture and county),
 * followed below the county by three digits after GB/T 10114 for the town and three more for the
 * village. The code of what is above is its beginning.
 *
 * @param digits six, nine or twelve digits
 */
record RegionCode(String digits) {

  private static final Pattern FORM = Pattern.compile("[1-9]\\d{5}(\\d{3}){0,2}");

  /**
   * Reads a code.
   *
   * @return empty if it has not the form of one
   */
  static Optional<RegionCode> of(String text) {
    return text != null && wellFormed(text) ? Optional.of(new RegionCode(text)) : Optional.empty();
  }

  private static boolean wellFormed(String text) {
    if (!FORM.matcher(text).matches()) {
      return false;
    }
    boolean province = text.startsWith("00", 2);
    boolean prefecture = text.startsWith("00", 4);
    if (province && !prefecture) {
      return false;
    }
    if (text.length() > 6 && (prefecture || text.startsWith("000", 6))) {
      return false;
    }
    return text.length() < 12 || !text.endsWith("000");
  }

  RegionLevel level() {
    return switch (digits.length()) {
      case 12 -> RegionLevel.VILLAGE;
      case 9 -> RegionLevel.TOWN;
      default -> {
        if (!digits.endsWith("00")) {
          yield RegionLevel.COUNTY;
        }
        yield digits.endsWith("0000") ? RegionLevel.PROVINCE : RegionLevel.PREFECTURE;
      }
    };
  }

  /** Code of the region above, empty for a province. */
  Optional<String> parent() {
    return switch (level()) {
      case PROVINCE -> Optional.empty();
      case PREFECTURE -> Optional.of(digits.substring(0, 2) + "0000");
      case COUNTY -> Optional.of(digits.substring(0, 4) + "00");
      case TOWN -> Optional.of(digits.substring(0, 6));
      case VILLAGE -> Optional.of(digits.substring(0, 9));
    };
  }

  /** What the codes of this region and of everything in it begin with. */
  String prefix() {
    return switch (level()) {
      case PROVINCE -> digits.substring(0, 2);
      case PREFECTURE -> digits.substring(0, 4);
      default -> digits;
    };
  }

  /** Whether a code of this level may come from the standard. */
  boolean fits(RegionStandard standard) {
    boolean below = digits.length() > 6;
    return switch (standard) {
      case GBT_2260 -> !below;
      case GBT_10114 -> below;
      case LOCAL -> true;
    };
  }
}
