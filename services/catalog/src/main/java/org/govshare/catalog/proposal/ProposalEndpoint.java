package org.govshare.catalog.proposal;

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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.catalog.resource.ResourceView;
import org.govshare.catalog.search.SearchText;
import org.govshare.platform.answer.Answers;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Tables of the caller's department, put forward as entries of the catalogue. */
@Path("/api/catalog/v1/proposals")
@Authenticated
class ProposalEndpoint {

  private final ProposalService proposals;
  private final CurrentUser user;

  ProposalEndpoint(ProposalService proposals, CurrentUser user) {
    this.proposals = proposals;
    this.user = user;
  }

  /**
   * A page of proposals in the order of their tables.
   *
   * @param campaign of this campaign only
   * @param q words that all occur in the proposed name or the table's
   */
  @GET
  public Uni<Page<ProposalView>> list(
      @QueryParam("state") ProposalState state,
      @QueryParam("campaign") UUID campaign,
      @QueryParam("q") String q,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return proposals.page(
        user.caller(), state, campaign, SearchText.queryWords(q), PageRequest.of(page, size));
  }

  /** Puts forward the tables that a script creates. */
  @POST
  @Path("ddl")
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = ProposalsMade.class)))
  public Uni<ProposalsMade> fromDdl(DdlInput input) {
    return proposals.fromDdl(user.caller(), InputChecks.body(input));
  }

  /** Puts forward tables that a node opens, as the exchange lists them. */
  @POST
  @Path("inventory")
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = ProposalsMade.class)))
  public Uni<ProposalsMade> fromInventory(InventoryInput input) {
    return proposals.fromInventory(user.caller(), InputChecks.body(input));
  }

  /** One proposal. */
  @GET
  @Path("{id}")
  public Uni<ProposalView> read(@RestPath UUID id) {
    return proposals.read(user.caller(), id);
  }

  /** Makes a draft of a proposal. */
  @POST
  @Path("{id}/acceptance")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = ResourceView.class)))
  public Uni<RestResponse<ResourceView>> accept(
      @RestPath UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      ProposalAcceptance acceptance) {
    return proposals
        .accept(user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(acceptance))
        .map(view -> Answers.created(view, "/api/catalog/v1/resources/" + view.id()));
  }

  /** Makes drafts of several proposals, all of them or none. */
  @POST
  @Path("acceptance")
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ResourceView.class)))
  public Uni<List<ResourceView>> acceptAll(BulkAcceptance acceptance) {
    return proposals.acceptAll(user.caller(), InputChecks.body(acceptance));
  }

  /** Dismisses a proposal. */
  @POST
  @Path("{id}/dismissal")
  public Uni<ProposalView> dismiss(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Dismissal dismissal) {
    return proposals.dismiss(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(dismissal));
  }
}
