package org.govshare.catalog.finding.reindex;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.catalog.job.JobView;
import org.govshare.catalog.job.Jobs;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.identity.Roles;
import org.jboss.resteasy.reactive.RestResponse;

/** Upkeep of the search. */
@Path("/api/catalog/v1/search/reindex")
@Authenticated
class ReindexEndpoint {

  private final Jobs jobs;
  private final CurrentUser user;

  ReindexEndpoint(Jobs jobs, CurrentUser user) {
    this.jobs = jobs;
    this.user = user;
  }

  /**
   * Orders that everything searchable is made anew, as a job. Search goes on meanwhile and sees
   * what is written meanwhile.
   */
  @POST
  @APIResponse(
      responseCode = "202",
      description = "Accepted",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  public Uni<RestResponse<JobView>> reindex() {
    Caller caller = user.caller();
    caller.requireRole(Roles.CATALOG_PUBLISHER);
    return jobs.submit(ReindexJob.KIND, caller, Map.of())
        .map(
            job ->
                RestResponse.ResponseBuilder.<JobView>create(RestResponse.Status.ACCEPTED, job)
                    .header("Location", "/api/catalog/v1/jobs/" + job.id())
                    .build());
  }
}
