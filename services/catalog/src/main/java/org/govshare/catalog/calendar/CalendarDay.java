package org.govshare.catalog.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A day that is not what its weekday says. */
@Entity
@Table(name = "calendar_day")
class CalendarDay {

  @Id private LocalDate day;
  private int year;

  @Enumerated(EnumType.STRING)
  private DayKind kind;

  private String name;

  protected CalendarDay() {}

  CalendarDay(CalendarYearInput.Day input) {
    this.day = input.day();
    this.year = input.day().getYear();
    this.kind = input.kind();
    this.name = input.name().strip();
  }

  LocalDate day() {
    return day;
  }

  int year() {
    return year;
  }

  DayKind kind() {
    return kind;
  }

  CalendarYearInput.Day view() {
    return new CalendarYearInput.Day(day, kind, name);
  }
}
