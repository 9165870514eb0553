package org.govshare.catalog.calendar;

import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.govshare.catalog.history.Changes;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Keeps and shows the calendar. */
@Singleton
class CalendarService {

  private static final int MOST_DAYS_ASKED = 250;

  private final CalendarRepository years;
  private final Changes changes;
  private final Clock clock;

  CalendarService(CalendarRepository years, Changes changes, Clock clock) {
    this.years = years;
    this.changes = changes;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<CalendarYearView>> list(PageRequest page) {
    return years
        .page(page)
        .chain(
            found ->
                years
                    .days(found.items().stream().map(CalendarYear::year).toList())
                    .map(days -> found.map(year -> view(year, days))));
  }

  @WithSession
  Uni<CalendarYearView> read(int year) {
    return years
        .findById(year)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("calendar-year-unknown", String.valueOf(year)))
        .chain(found -> years.days(List.of(year)).map(days -> view(found, days)));
  }

  private static CalendarYearView view(CalendarYear year, Map<Integer, List<CalendarDay>> days) {
    return year.view(days.getOrDefault(year.year(), List.of()));
  }

  /** Puts a year; the version seen is needed if it is there already. */
  @WithTransaction
  Uni<CalendarYearView> put(Caller caller, int year, String ifMatch, CalendarYearInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    input.check(year);
    List<CalendarDay> days = input.days().stream().map(CalendarDay::new).toList();
    return years
        .locked(year)
        .chain(
            found -> {
              CalendarYear written = found;
              if (found == null) {
                written = new CalendarYear(year);
              } else {
                ExpectedVersion.of(ifMatch).check(found.revision());
              }
              written.write(input.source().strip(), caller.name(), clock.instant());
              return years
                  .persistAndFlush(written)
                  .chain(stored -> replace(caller, stored, days, found != null));
            });
  }

  private Uni<CalendarYearView> replace(
      Caller caller, CalendarYear stored, List<CalendarDay> days, boolean wasThere) {
    int year = stored.year();
    return years
        .days(List.of(year))
        .map(old -> wasThere ? new Days(view(stored, old).days()) : null)
        .chain(
            before ->
                years
                    .replace(year, days)
                    .chain(years::flush)
                    .chain(() -> years.days(List.of(year)))
                    .map(kept -> view(stored, kept))
                    .call(
                        after ->
                            changes.record(
                                "calendar-year",
                                String.valueOf(year),
                                before,
                                new Days(after.days()),
                                caller)));
  }

  /** What the history of a year shows. */
  @RegisterForReflection
  record Days(List<CalendarYearInput.Day> days) {}

  @WithSession
  Uni<DeadlineView> deadline(LocalDate from, Integer workingDays) {
    new InputChecks()
        .required("from", from)
        .required("workingDays", workingDays)
        .that(
            workingDays == null || (workingDays >= 0 && workingDays <= MOST_DAYS_ASKED),
            "workingDays",
            "out-of-range",
            0,
            MOST_DAYS_ASKED)
        .done();
    Instant begin = from.atStartOfDay(WorkingDays.ZONE).toInstant();
    return years
        .workingDays()
        .map(
            calendar -> {
              Instant due = calendar.deadline(begin, workingDays);
              return new DeadlineView(
                  from, workingDays, WorkingDays.dayOf(due), due, calendar.knows(begin, due));
            });
  }
}
