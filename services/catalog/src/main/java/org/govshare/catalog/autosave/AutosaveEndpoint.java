package org.govshare.catalog.autosave;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.jboss.resteasy.reactive.RestPath;

/**
 * What the caller typed into forms and has not handed in yet. The last one who writes wins; nobody
 * else sees it, and after 30 days it is gone.
 */
@Path("/api/catalog/v1/autosaves")
@Authenticated
class AutosaveEndpoint {

  private final AutosaveService autosaves;
  private final CurrentUser user;

  AutosaveEndpoint(AutosaveService autosaves, CurrentUser user) {
    this.autosaves = autosaves;
    this.user = user;
  }

  /** All of the caller's, without their contents, the one saved last first. */
  @GET
  public Uni<Page<AutosaveView>> list(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return autosaves.list(user.caller(), PageRequest.of(page, size));
  }

  /** One of them. */
  @GET
  @Path("{form}/{key}")
  public Uni<AutosaveView> read(@RestPath String form, @RestPath String key) {
    return autosaves.read(user.caller(), form, key);
  }

  /** Saves what is in a form, a JSON object of at most 256 KiB. */
  @PUT
  @Path("{form}/{key}")
  public Uni<AutosaveView> put(
      @RestPath String form,
      @RestPath String key,
      @RequestBody(content = @Content(schema = @Schema(implementation = Object.class)))
          JsonNode content) {
    return autosaves.put(user.caller(), form, key, InputChecks.body(content));
  }

  /** Forgets it, because it was handed in or given up. */
  @DELETE
  @Path("{form}/{key}")
  public Uni<Void> delete(@RestPath String form, @RestPath String key) {
    return autosaves.delete(user.caller(), form, key);
  }
}
