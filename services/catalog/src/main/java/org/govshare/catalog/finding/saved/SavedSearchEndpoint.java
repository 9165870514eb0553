package org.govshare.catalog.finding.saved;

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

/** Searches that the caller keeps; nobody else sees them. */
@Path("/api/catalog/v1/saved-searches")
@Authenticated
class SavedSearchEndpoint {

  private final SavedSearchService searches;
  private final CurrentUser user;

  SavedSearchEndpoint(SavedSearchService searches, CurrentUser user) {
    this.searches = searches;
    this.user = user;
  }

  /** A page of them by name, each with how much is new. */
  @GET
  public Uni<Page<SavedSearchView>> list(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return searches.list(user.caller(), PageRequest.of(page, size));
  }

  /** Keeps one; at most fifty. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = SavedSearchView.class)))
  public Uni<RestResponse<SavedSearchView>> save(SavedSearchInput input) {
    return searches
        .save(user.caller(), InputChecks.body(input))
        .map(view -> Answers.created(view, "/api/catalog/v1/saved-searches/" + view.id()));
  }

  /** Renames one or changes what it looks for. */
  @PUT
  @Path("{id}")
  public Uni<SavedSearchView> change(
      @RestPath UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      SavedSearchInput input) {
    return searches.change(user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** Says that the caller looks at what it finds; counts what is new from now on. */
  @POST
  @Path("{id}/looking")
  public Uni<SavedSearchView> look(@RestPath UUID id) {
    return searches.look(user.caller(), id);
  }

  /** Forgets one. */
  @DELETE
  @Path("{id}")
  public Uni<Void> delete(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return searches.delete(user.caller(), id, ExpectedVersion.of(ifMatch));
  }
}
