package org.govshare.catalog.authority;

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

/** 同义词: words in names of items that are compared as another. */
@Path("/api/catalog/v1/authority/synonyms")
@Authenticated
class SynonymEndpoint {

  private final SynonymService synonyms;
  private final CurrentUser user;

  SynonymEndpoint(SynonymService synonyms, CurrentUser user) {
    this.synonyms = synonyms;
    this.user = user;
  }

  /** A page of the synonyms, those of one meaning together. */
  @GET
  public Uni<Page<Synonym.View>> list(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return synonyms.list(user.caller(), PageRequest.of(page, size));
  }

  /** Adds a synonym. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = Synonym.View.class)))
  public Uni<RestResponse<Synonym.View>> create(Synonym.Pair input) {
    return synonyms
        .create(user.caller(), InputChecks.body(input))
        .map(view -> Answers.created(view, "/api/catalog/v1/authority/synonyms/" + view.id()));
  }

  /** Changes a synonym. */
  @PUT
  @Path("{id}")
  public Uni<Synonym.View> change(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Synonym.Pair input) {
    return synonyms.change(user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** Takes a synonym off the list. */
  @DELETE
  @Path("{id}")
  public Uni<Void> delete(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return synonyms.delete(user.caller(), id, ExpectedVersion.of(ifMatch));
  }
}
