package org.govshare.catalog.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;

/** A year whose holidays are announced. */
@Entity
@Table(name = "calendar_year")
class CalendarYear {

  @Id private Integer year;
  private String source;
  private String changedBy;
  private Instant changedAt;
  @Version private long revision;

  protected CalendarYear() {}

  CalendarYear(int year) {
    this.year = year;
  }

  void write(String source, String by, Instant now) {
    this.source = source;
    this.changedBy = by;
    this.changedAt = now;
  }

  int year() {
    return year;
  }

  long revision() {
    return revision;
  }

  CalendarYearView view(List<CalendarDay> days) {
    return new CalendarYearView(
        year,
        source,
        days.stream().map(CalendarDay::view).toList(),
        changedBy,
        changedAt,
        revision);
  }
}
