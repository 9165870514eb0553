package org.govshare.catalog.demand;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** 供需对接: demands for what nobody has published. */
@Path("/api/catalog/v1/demands")
@Authenticated
class DemandEndpoint {

  private final DemandService demands;
  private final DemandReading reading;
  private final CandidateSearch candidates;
  private final CurrentUser user;

  DemandEndpoint(
      DemandService demands, DemandReading reading, CandidateSearch candidates, CurrentUser user) {
    this.demands = demands;
    this.reading = reading;
    this.candidates = candidates;
    this.user = user;
  }

  /** Asks for what nobody has published. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = DemandView.class)))
  public Uni<RestResponse<DemandView>> submit(DemandInput input) {
    return demands
        .submit(user.caller(), InputChecks.body(input))
        .map(view -> Answers.created(view, "/api/catalog/v1/demands/" + view.id()));
  }

  /**
   * A page of the demands the caller may see, the latest first: the authority all, a department its
   * own and those it is to answer.
   *
   * @param department department that needs
   * @param provider department that is named for it, else thought to have it
   * @param text part of the name
   */
  @GET
  public Uni<Page<DemandView>> list(
      @QueryParam("department") String department,
      @QueryParam("provider") String provider,
      @QueryParam("state") DemandState state,
      @QueryParam("q") String text,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return reading.list(
        user.caller(),
        new DemandFilter(department, provider, null, text),
        state,
        PageRequest.of(page, size));
  }

  /**
   * Who may have what is being asked for, before it is asked.
   *
   * @param name what is needed
   * @param items names of the items wanted
   */
  @GET
  @Path("candidates")
  public Uni<Candidates> candidates(
      @QueryParam("name") String name, @QueryParam("item") List<String> items) {
    return candidates.of(user.caller(), name, items);
  }

  /** One demand. */
  @GET
  @Path("{id}")
  public Uni<DemandView> read(@RestPath UUID id) {
    return reading.read(user.caller(), id);
  }

  /** Who may have what a demand asks for. */
  @GET
  @Path("{id}/candidates")
  public Uni<Candidates> candidates(@RestPath UUID id) {
    return candidates.of(user.caller(), id);
  }

  /** The steps taken so far, the first one first. */
  @GET
  @Path("{id}/history")
  public Uni<Page<DemandStepView>> history(
      @RestPath UUID id, @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return reading.history(user.caller(), id, PageRequest.of(page, size));
  }

  /** The authority names the department that is to answer, or refuses the demand. */
  @POST
  @Path("{id}/assignment")
  public Uni<DemandView> assign(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Assignment assignment) {
    return demands.assign(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(assignment));
  }

  /** The provider says whether it can. */
  @POST
  @Path("{id}/answer")
  public Uni<DemandView> answer(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, DemandAnswer answer) {
    return demands.answer(user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(answer));
  }

  /** The provider names the resource that will be it. */
  @POST
  @Path("{id}/resource")
  public Uni<DemandView> link(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, DemandLink link) {
    return demands.link(user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(link));
  }

  /** Its department takes it back. */
  @POST
  @Path("{id}/withdrawal")
  public Uni<DemandView> withdraw(
      @RestPath UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      DemandWithdrawal withdrawal) {
    return demands.withdraw(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(withdrawal));
  }
}
