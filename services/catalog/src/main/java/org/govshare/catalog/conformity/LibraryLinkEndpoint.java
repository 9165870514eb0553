package org.govshare.catalog.conformity;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.govshare.catalog.library.EntryKind;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** What cites the library. */
@Path("/api/catalog/v1/library-links")
@Authenticated
class LibraryLinkEndpoint {

  private final ConformityService conformity;
  private final CitingRequests requests;
  private final CurrentUser user;

  LibraryLinkEndpoint(ConformityService conformity, CitingRequests requests, CurrentUser user) {
    this.conformity = conformity;
    this.requests = requests;
    this.user = user;
  }

  /**
   * A page of the resources that cite an entry, with the items that do, as far as the caller may
   * know of them.
   */
  @GET
  public Uni<Page<LibraryLink>> list(
      @QueryParam("kind") EntryKind kind,
      @QueryParam("id") UUID id,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    new InputChecks().required("kind", kind).required("id", id).done();
    return conformity.links(user.caller(), kind, id, PageRequest.of(page, size));
  }

  /** A page of the access requests that cite an entry, themselves or by their items. */
  @GET
  @Path("requests")
  public Uni<Page<CitingRequest>> requests(
      @QueryParam("kind") EntryKind kind,
      @QueryParam("id") UUID id,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    new InputChecks().required("kind", kind).required("id", id).done();
    return requests.page(user.caller(), kind, id, PageRequest.of(page, size));
  }

  /** A page of the repealed policies that published resources still rest on. */
  @GET
  @Path("repealed")
  public Uni<Page<RepealedBasis>> repealed(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return conformity.repealed(PageRequest.of(page, size));
  }
}
