package org.govshare.catalog.calendar;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on the calendar. */
@Singleton
class CalendarRepository implements PanacheRepositoryBase<CalendarYear, Integer> {

  Uni<CalendarYear> locked(int year) {
    return findById(year, LockModeType.PESSIMISTIC_WRITE);
  }

  Uni<Page<CalendarYear>> page(PageRequest page) {
    return count()
        .chain(
            total ->
                find("order by year desc")
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<CalendarYear> found) -> Page.of(found, total, page)));
  }

  Uni<Map<Integer, List<CalendarDay>>> days(Collection<Integer> years) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createQuery(
                        "from CalendarDay where year in ?1 order by day", CalendarDay.class)
                    .setParameter(1, years)
                    .getResultList())
        .map(days -> days.stream().collect(Collectors.groupingBy(CalendarDay::year)));
  }

  /** Puts other days in the place of a year's own; what was read of the old ones stays as read. */
  Uni<Void> replace(int year, List<CalendarDay> days) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createQuery("from CalendarDay where year = ?1", CalendarDay.class)
                    .setParameter(1, year)
                    .getResultList()
                    .invoke(old -> old.forEach(session::detach))
                    .chain(
                        () ->
                            session
                                .createMutationQuery("delete from CalendarDay where year = ?1")
                                .setParameter(1, year)
                                .executeUpdate())
                    .chain(() -> session.persistAll(days.toArray())));
  }

  /** The calendar as it stands; a few dozen days for each year. */
  Uni<WorkingDays> workingDays() {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createQuery("from CalendarDay", CalendarDay.class)
                    .getResultList()
                    .chain(
                        days ->
                            session
                                .createQuery("select year from CalendarYear", Integer.class)
                                .getResultList()
                                .map(
                                    years ->
                                        new WorkingDays(
                                            days.stream()
                                                .collect(
                                                    Collectors.toMap(
                                                        CalendarDay::day, CalendarDay::kind)),
                                            Set.copyOf(years)))));
  }
}
