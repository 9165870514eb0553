package org.govshare.catalog.history;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/**
 * Who changed what. The publisher of the catalogue sees every change; a department's editors and
 * reviewers see those of their department's objects.
 */
@Path("/api/catalog/v1/changes")
@Authenticated
class ChangeEndpoint {

  private final Changes changes;
  private final CurrentUser user;

  ChangeEndpoint(Changes changes, CurrentUser user) {
    this.changes = changes;
    this.user = user;
  }

  /**
   * A page of changes, the latest first.
   *
   * @param kind only of this kind of object
   * @param id only of the object with this code or identity
   */
  @GET
  public Uni<Page<ChangeView>> list(
      @QueryParam("kind") String kind,
      @QueryParam("id") String id,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return changes.page(user.caller(), kind, id, PageRequest.of(page, size));
  }
}
