package org.govshare.catalog.bulk.reading;

import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;

/** How days are written in workbooks. */
final class DayFormats {

  static final List<DateTimeFormatter> ALL =
      List.of(
          format("uuuu-M-d"),
          format("uuuu/M/d"),
          format("uuuu.M.d"),
          format("uuuu年M月d日"),
          format("uuuuMMdd"),
          format("uuuu-M-d H:m[:s]"),
          format("uuuu/M/d H:m[:s]"));

  private DayFormats() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
