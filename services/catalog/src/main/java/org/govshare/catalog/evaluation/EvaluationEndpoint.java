package org.govshare.catalog.evaluation;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.platform.answer.Answers;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Evaluations of departments. */
@Path("/api/catalog/v1/evaluations")
@Authenticated
class EvaluationEndpoint {

  private final EvaluationService evaluations;
  private final CurrentUser user;

  EvaluationEndpoint(EvaluationService evaluations, CurrentUser user) {
    this.evaluations = evaluations;
    this.user = user;
  }

  /** A page of evaluations, the latest period first; those not published only where concerned. */
  @GET
  public Uni<Page<EvaluationView>> list(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return evaluations.list(user.caller(), PageRequest.of(page, size));
  }

  /** Begins one. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = EvaluationView.class)))
  public Uni<RestResponse<EvaluationView>> create(EvaluationInput input) {
    return evaluations
        .create(user.caller(), InputChecks.body(input))
        .map(view -> Answers.created(view, "/api/catalog/v1/evaluations/" + view.id()));
  }

  /** One evaluation. */
  @GET
  @Path("{id}")
  public Uni<EvaluationView> read(@RestPath UUID id) {
    return evaluations.read(user.caller(), id);
  }

  /** Throws an unpublished one away. */
  @DELETE
  @Path("{id}")
  public Uni<Void> delete(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return evaluations.delete(user.caller(), id, ExpectedVersion.of(ifMatch));
  }

  /** Measures every department as things are now. */
  @POST
  @Path("{id}/computation")
  public Uni<EvaluationView> compute(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return evaluations.compute(user.caller(), id, ExpectedVersion.of(ifMatch));
  }

  /** Shows it to everybody, for good. */
  @POST
  @Path("{id}/publication")
  public Uni<EvaluationView> publish(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return evaluations.publish(user.caller(), id, ExpectedVersion.of(ifMatch));
  }

  /** The departments' results, the best first; before publication only the caller's own. */
  @GET
  @Path("{id}/results")
  public Uni<List<DepartmentResult>> results(@RestPath UUID id) {
    return evaluations.results(user.caller(), id);
  }

  /** What was found wanting in one department by one indicator. */
  @GET
  @Path("{id}/departments/{department}/evidence")
  public Uni<Page<Evidence>> evidence(
      @RestPath UUID id,
      @RestPath String department,
      @QueryParam("indicator") Indicator indicator,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return evaluations.evidence(
        user.caller(), id, department, indicator, PageRequest.of(page, size));
  }

  /** What the caller's department says to its results; of version 0 if it says nothing. */
  @GET
  @Path("{id}/statement")
  public Uni<StatementView> statement(@RestPath UUID id) {
    return evaluations.statement(user.caller(), id);
  }

  /** What the caller's department says to its results, in place of what it said before. */
  @PUT
  @Path("{id}/statement")
  public Uni<StatementView> state(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Statement statement) {
    return evaluations.state(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(statement));
  }
}
