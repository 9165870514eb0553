package org.govshare.catalog.quality;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Scores of published resources and of their departments, for everybody who is signed in. */
@Path("/api/catalog/v1/quality")
@Authenticated
class QualityEndpoint {

  private final QualityService quality;
  private final CurrentUser user;

  QualityEndpoint(QualityService quality, CurrentUser user) {
    this.quality = quality;
    this.user = user;
  }

  /** All departments with published resources, the best first, as of the last refresh. */
  @GET
  @Path("departments")
  public Uni<List<DepartmentQuality>> departments() {
    return quality.departments(user.caller());
  }

  /**
   * Published resources with their scores as of the last refresh, the worst first.
   *
   * @param unmet only those that do not meet this criterion fully
   * @param below only those with a score below this
   */
  @GET
  @Path("resources")
  public Uni<Page<ResourceQuality>> resources(
      @QueryParam("department") String department,
      @QueryParam("unmet") Criterion unmet,
      @QueryParam("below") BigDecimal below,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return quality.resources(
        user.caller(),
        new QualityQuery(
            Optional.ofNullable(department),
            Optional.ofNullable(unmet),
            Optional.ofNullable(below)),
        PageRequest.of(page, size));
  }

  /** Takes all scores anew now instead of at the next full hour. */
  @POST
  @Path("refresh")
  public Uni<Void> refresh() {
    return quality.refresh(user.caller());
  }
}
