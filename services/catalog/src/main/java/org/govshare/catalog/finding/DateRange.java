package org.govshare.catalog.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/**
 * Days of publication, in local time.
 *
 * @param from first day, {@code null} for no bound
 * @param to last day, {@code null} for no bound
 */
record DateRange(LocalDate from, LocalDate to) {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  /**
   * A range as a caller wrote it; either end may be absent.
   *
   * @throws InvalidInput if an end is no date or they are the wrong way round (400)
   */
  static DateRange of(String from, String to) {
    DateRange range = new DateRange(day("publishedFrom", from), day("publishedTo", to));
    new InputChecks()
        .that(
            range.from == null || range.to == null || !range.to.isBefore(range.from),
            "publishedTo",
            "before-start")
        .done();
    return range;
  }

  private static LocalDate day(String field, String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new InvalidInput(field, "not-a-date");
    }
  }

  /** What of the range lies on the day of that moment or later. */
  DateRange since(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, ZONE);
    return from == null || from.isBefore(day) ? new DateRange(day, to) : this;
  }

  boolean isOpen() {
    return from == null && to == null;
  }

  /** The first moment of the range. */
  Instant start() {
    return from == null ? EARLIEST : from.atStartOfDay(ZONE).toInstant();
  }

  /** The first moment behind it. */
  Instant end() {
    return to == null ? LATEST : to.plusDays(1).atStartOfDay(ZONE).toInstant();
  }
}
