package org.govshare.catalog.demand.opening;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestPath;

/** 开放目录计划, over published resources. */
@Path("/api/catalog/v1/opening-plan")
@Authenticated
class OpeningEndpoint {

  private final OpeningReading reading;
  private final OpeningService plans;
  private final CurrentUser user;

  OpeningEndpoint(OpeningReading reading, OpeningService plans, CurrentUser user) {
    this.reading = reading;
    this.plans = plans;
    this.user = user;
  }

  /**
   * A page of the plan by department and name.
   *
   * @param department only the authority names another than its own
   * @param text part of the name
   */
  @GET
  public Uni<Page<OpeningView>> list(
      @QueryParam("department") String department,
      @QueryParam("status") OpeningStatus status,
      @QueryParam("review") OpeningReview review,
      @QueryParam("q") String text,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return reading.list(
        OpeningFilter.of(user.caller(), department, status, review, text),
        PageRequest.of(page, size));
  }

  /** How many resources stand where. */
  @GET
  @Path("counts")
  public Uni<OpeningCounts> counts(@QueryParam("department") String department) {
    return reading.counts(OpeningFilter.of(user.caller(), department, null, null, null));
  }

  /** What is planned for one resource. */
  @GET
  @Path("{resourceId}")
  public Uni<OpeningView> read(@RestPath UUID resourceId) {
    return reading.read(user.caller(), resourceId);
  }

  /** The department plans; the authority reviews it again. */
  @PUT
  @Path("{resourceId}")
  public Uni<OpeningView> plan(
      @RestPath UUID resourceId,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      PlanInput input) {
    return plans.plan(
        user.caller(), resourceId, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** The authority agrees or sends it back. */
  @POST
  @Path("{resourceId}/review")
  public Uni<OpeningView> review(
      @RestPath UUID resourceId,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      ReviewInput input) {
    return plans.review(
        user.caller(), resourceId, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }
}
