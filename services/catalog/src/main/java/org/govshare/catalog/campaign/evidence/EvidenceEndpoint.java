package org.govshare.catalog.campaign.evidence;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
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
import org.govshare.platform.answer.Answers;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Evidence of the surveys in a campaign. */
@Path("/api/catalog/v1/campaigns/{id}/evidence")
@Authenticated
class EvidenceEndpoint {

  private final EvidenceService evidence;
  private final CurrentUser user;

  EvidenceEndpoint(EvidenceService evidence, CurrentUser user) {
    this.evidence = evidence;
    this.user = user;
  }

  /**
   * A page of evidence by department.
   *
   * @param department of this department only
   */
  @GET
  public Uni<Page<EvidenceView>> list(
      @RestPath UUID id,
      @QueryParam("department") String department,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return evidence.page(user.caller(), id, department, PageRequest.of(page, size));
  }

  /** Adds a piece of evidence of the caller's department. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = EvidenceView.class)))
  public Uni<RestResponse<EvidenceView>> create(@RestPath UUID id, EvidenceInput input) {
    return evidence
        .create(user.caller(), id, InputChecks.body(input))
        .map(
            view ->
                Answers.created(
                    view, "/api/catalog/v1/campaigns/" + id + "/evidence/" + view.id()));
  }

  /** Deletes a piece of evidence with its files. */
  @DELETE
  @Path("{evidence}")
  public Uni<Void> delete(
      @RestPath UUID id,
      @RestPath("evidence") UUID evidenceId,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return evidence.delete(user.caller(), id, evidenceId, ExpectedVersion.of(ifMatch));
  }
}
