package org.govshare.catalog.job;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.ProblemTexts;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.jboss.resteasy.reactive.RestPath;

/** The caller's own long work. */
@Path("/api/catalog/v1/jobs")
@Authenticated
class JobEndpoint {

  private final Jobs jobs;
  private final CurrentUser user;
  private final ProblemTexts texts;

  JobEndpoint(Jobs jobs, CurrentUser user, ProblemTexts texts) {
    this.jobs = jobs;
    this.user = user;
    this.texts = texts;
  }

  /** A page of the jobs that the caller ordered, the latest first. */
  @GET
  public Uni<Page<JobView>> list(
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
    return jobs.mine(user.caller(), PageRequest.of(page, size), texts.language(language));
  }

  /** One of them. */
  @GET
  @Path("{id}")
  public Uni<JobView> read(
      @RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
    return jobs.read(user.caller(), id, texts.language(language));
  }

  /**
   * Asks one of them to stop. It stops at the next point where nothing is left half done; one that
   * has ended stays as it is. May be repeated, so it names no version.
   */
  @POST
  @Path("{id}/cancellation")
  public Uni<JobView> cancel(
      @RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
    return jobs.cancel(user.caller(), id, texts.language(language));
  }
}
