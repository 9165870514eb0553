package org.govshare.catalog.calendar;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestPath;

/** Time limits, for everybody who is signed in; set by the catalogue's publisher. */
@Path("/api/catalog/v1/time-limits")
@Authenticated
class TimeLimitEndpoint {

  private final TimeLimitService limits;
  private final CurrentUser user;

  TimeLimitEndpoint(TimeLimitService limits, CurrentUser user) {
    this.limits = limits;
    this.user = user;
  }

  /** A page of the limits. */
  @GET
  public Uni<Page<TimeLimitView>> list(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return limits.list(PageRequest.of(page, size));
  }

  /** One limit. */
  @GET
  @Path("{kind}")
  public Uni<TimeLimitView> read(@RestPath LimitKind kind) {
    return limits.read(kind);
  }

  /** What it was changed to and why, the latest first. */
  @GET
  @Path("{kind}/history")
  public Uni<Page<TimeLimitChangeView>> changes(
      @RestPath LimitKind kind,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return limits.changes(kind, PageRequest.of(page, size));
  }

  /** Sets a limit for what begins from now on. */
  @PUT
  @Path("{kind}")
  public Uni<TimeLimitView> change(
      @RestPath LimitKind kind,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      TimeLimitInput input) {
    return limits.change(user.caller(), kind, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }
}
