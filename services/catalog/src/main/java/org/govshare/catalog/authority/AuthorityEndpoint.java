package org.govshare.catalog.authority;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.catalog.job.JobView;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** 一数一源: data that several departments seem to keep, and the decisions on them. */
@Path("/api/catalog/v1/authority")
@Authenticated
class AuthorityEndpoint {

  private final AuthorityService authority;
  private final CurrentUser user;

  AuthorityEndpoint(AuthorityService authority, CurrentUser user) {
    this.authority = authority;
    this.user = user;
  }

  /** Orders a comparison of all published items as a job. */
  @POST
  @Path("comparisons")
  @APIResponse(
      responseCode = "202",
      description = "Accepted",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  public Uni<RestResponse<JobView>> compare() {
    return authority
        .compare(user.caller())
        .map(
            job ->
                RestResponse.ResponseBuilder.<JobView>create(RestResponse.Status.ACCEPTED)
                    .entity(job)
                    .header(HttpHeaders.LOCATION, "/api/catalog/v1/jobs/" + job.id())
                    .build());
  }

  /** A page of the candidates, the likeliest first. */
  @GET
  @Path("candidates")
  public Uni<Page<CandidateView>> list(
      @BeanParam CandidateQuery query,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return authority.page(user.caller(), query, PageRequest.of(page, size));
  }

  /** One candidate. */
  @GET
  @Path("candidates/{id}")
  public Uni<CandidateView> read(@RestPath UUID id) {
    return authority.read(user.caller(), id);
  }

  /** A page of the items behind a candidate, by department. */
  @GET
  @Path("candidates/{id}/items")
  public Uni<Page<ComparedItemView>> items(
      @RestPath UUID id, @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return authority.items(user.caller(), id, PageRequest.of(page, size));
  }

  /** A page of the decisions on a candidate, the one that holds first. */
  @GET
  @Path("candidates/{id}/decisions")
  public Uni<Page<DecisionView>> decisions(
      @RestPath UUID id, @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return authority.decisions(user.caller(), id, PageRequest.of(page, size));
  }

  /** Decides on a candidate, for the first time or anew. */
  @POST
  @Path("candidates/{id}/decisions")
  public Uni<CandidateView> decide(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, DecisionInput input) {
    Caller caller = user.caller();
    return authority
        .decide(caller, id, ExpectedVersion.of(ifMatch), InputChecks.body(input))
        .chain(() -> authority.read(caller, id));
  }
}
