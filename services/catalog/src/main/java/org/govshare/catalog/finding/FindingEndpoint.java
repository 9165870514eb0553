package org.govshare.catalog.finding;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.govshare.platform.identity.CurrentUser;

/** The list of resources: search, filters and counts. */
@Path("/api/catalog/v1/resources")
@Authenticated
class FindingEndpoint {

  private final FindingService finding;
  private final CurrentUser user;

  FindingEndpoint(FindingService finding, CurrentUser user) {
    this.finding = finding;
    this.user = user;
  }

  /**
   * A page of resources, the best hits first, then the newest.
   *
   * @param after goes on where an earlier answer's {@code next} says; needed beyond the first
   *     10,000
   * @param facets whether everything that was found is counted by facets
   */
  @GET
  public Uni<ResourcePage> list(
      @BeanParam QueryParameters query,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size,
      @QueryParam("after") String after,
      @QueryParam("facets") @DefaultValue("false") boolean facets) {
    ResourceQuery asked = query.query();
    return finding.find(user.caller(), asked, Slice.of(page, size, after, asked.words()), facets);
  }
}
