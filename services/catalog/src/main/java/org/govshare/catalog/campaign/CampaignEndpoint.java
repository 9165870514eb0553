package org.govshare.catalog.campaign;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
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
import org.govshare.catalog.resource.ResourceState;
import org.govshare.platform.answer.Answers;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Compilation campaigns, and the steps of the departments in them. */
@Path(CampaignEndpoint.PATH)
@Authenticated
class CampaignEndpoint {

  static final String PATH = "/api/catalog/v1/campaigns";

  private final CampaignService campaigns;
  private final ParticipationService participation;
  private final CampaignResources resources;
  private final CurrentUser user;

  CampaignEndpoint(
      CampaignService campaigns,
      ParticipationService participation,
      CampaignResources resources,
      CurrentUser user) {
    this.campaigns = campaigns;
    this.participation = participation;
    this.resources = resources;
    this.user = user;
  }

  /**
   * A page of campaigns, the latest first.
   *
   * @param department only those it leads or takes part in
   * @param closed only ended ones, or only those that go on
   */
  @GET
  public Uni<Page<CampaignView>> list(
      @QueryParam("categoryCode") String categoryCode,
      @QueryParam("department") String department,
      @QueryParam("closed") Boolean closed,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return campaigns.page(
        user.caller(), categoryCode, department, closed, PageRequest.of(page, size));
  }

  /** One campaign. */
  @GET
  @Path("{id}")
  public Uni<CampaignView> read(@RestPath UUID id) {
    return campaigns.read(user.caller(), id);
  }

  /** Begins a campaign. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = CampaignView.class)))
  public Uni<RestResponse<CampaignView>> create(CampaignInput input) {
    return campaigns
        .create(user.caller(), InputChecks.body(input))
        .map(view -> Answers.created(view, PATH + "/" + view.id()));
  }

  /** Changes the plan of a campaign; a department that has begun cannot be taken out. */
  @PUT
  @Path("{id}")
  public Uni<CampaignView> change(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, CampaignInput input) {
    return campaigns.change(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** Ends a campaign. */
  @POST
  @Path("{id}/closure")
  public Uni<CampaignView> close(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Report remark) {
    return campaigns.close(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(remark));
  }

  /** How far its departments have come, those on one page in detail. */
  @GET
  @Path("{id}/progress")
  public Uni<Progress> progress(
      @RestPath UUID id, @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return participation.progress(user.caller(), id, PageRequest.of(page, size));
  }

  /**
   * A page of the resources that its progress counts, as far as the caller may see them.
   *
   * @param department of this department only
   * @param state in these states only
   */
  @GET
  @Path("{id}/resources")
  public Uni<Page<CampaignResource>> resources(
      @RestPath UUID id,
      @QueryParam("department") String department,
      @QueryParam("state") List<ResourceState> state,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return resources.page(
        user.caller(),
        id,
        department,
        state == null ? List.of() : state,
        PageRequest.of(page, size));
  }

  /**
   * A page of what happened, in its order.
   *
   * @param department only what happened with this department's steps
   */
  @GET
  @Path("{id}/history")
  public Uni<Page<CampaignEventView>> history(
      @RestPath UUID id,
      @QueryParam("department") String department,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return campaigns.events(user.caller(), id, department, PageRequest.of(page, size));
  }

  /** How far one department has come. */
  @GET
  @Path("{id}/participants/{department}")
  public Uni<ParticipantView> participant(@RestPath UUID id, @RestPath String department) {
    return participation.read(user.caller(), id, department);
  }

  /** Reports the department's present step as done. */
  @POST
  @Path("{id}/participants/{department}/report")
  public Uni<ParticipantView> report(
      @RestPath UUID id,
      @RestPath String department,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      Report report) {
    return participation.report(
        user.caller(), id, department, ExpectedVersion.of(ifMatch), InputChecks.body(report));
  }

  /** Accepts the step that a department has reported, or sends it back. */
  @POST
  @Path("{id}/participants/{department}/acceptance")
  public Uni<ParticipantView> decide(
      @RestPath UUID id,
      @RestPath String department,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      Acceptance acceptance) {
    return participation.decide(
        user.caller(), id, department, ExpectedVersion.of(ifMatch), InputChecks.body(acceptance));
  }
}
