package org.govshare.catalog.calendar;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.jboss.resteasy.reactive.RestPath;

/** The working-day calendar, for everybody who is signed in; kept by the catalogue's publisher. */
@Path("/api/catalog/v1/calendar")
@Authenticated
class CalendarEndpoint {

  private final CalendarService calendar;
  private final CurrentUser user;

  CalendarEndpoint(CalendarService calendar, CurrentUser user) {
    this.calendar = calendar;
    this.user = user;
  }

  /** A page of the years whose holidays are announced, the latest first. */
  @GET
  @Path("years")
  public Uni<Page<CalendarYearView>> list(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return calendar.list(PageRequest.of(page, size));
  }

  /** The holidays of a year. */
  @GET
  @Path("years/{year}")
  public Uni<CalendarYearView> read(@RestPath int year) {
    return calendar.read(year);
  }

  /**
   * Puts the holidays of a year.
   *
   * @param ifMatch the version seen, needed if the year is there already
   */
  @PUT
  @Path("years/{year}")
  public Uni<CalendarYearView> put(
      @RestPath int year,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      CalendarYearInput input) {
    return calendar.put(user.caller(), year, ifMatch, InputChecks.body(input));
  }

  /**
   * Puts the holidays of a year from a CSV text with the heading {@code day,kind,name}.
   *
   * @param source the notice they come from
   * @param ifMatch the version seen, needed if the year is there already
   */
  @PUT
  @Path("years/{year}/days")
  @Consumes("text/csv")
  public Uni<CalendarYearView> importDays(
      @RestPath int year,
      @QueryParam("source") String source,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      String csv) {
    return calendar.put(
        user.caller(), year, ifMatch, new CalendarYearInput(source, CalendarCsv.days(csv)));
  }

  /** When so many working days from a day end. */
  @GET
  @Path("deadline")
  public Uni<DeadlineView> deadline(
      @QueryParam("from") LocalDate from, @QueryParam("workingDays") Integer workingDays) {
    return calendar.deadline(from, workingDays);
  }
}
