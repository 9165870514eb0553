package org.govshare.catalog.lifecycle;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.govshare.catalog.resource.ResourceView;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.ProblemTexts;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestPath;

/** The way of a resource from draft to published and on. */
@Path("/api/catalog/v1/resources/{id}")
@Authenticated
class LifecycleEndpoint {

  private final LifecycleService lifecycle;
  private final ReviewService reviews;
  private final ProblemTexts texts;
  private final CurrentUser user;

  LifecycleEndpoint(
      LifecycleService lifecycle, ReviewService reviews, ProblemTexts texts, CurrentUser user) {
    this.lifecycle = lifecycle;
    this.reviews = reviews;
    this.texts = texts;
    this.user = user;
  }

  /** Hands a draft to the department's reviewer. */
  @POST
  @Path("submission")
  public Uni<ResourceView> submit(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return lifecycle.submit(user.caller(), id, ExpectedVersion.of(ifMatch));
  }

  /** Passes it or sends it back. */
  @POST
  @Path("review")
  public Uni<ResourceView> review(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Review review) {
    return lifecycle.review(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(review));
  }

  /** Publishes it under its identifier or sends it back. */
  @POST
  @Path("publication")
  public Uni<ResourceView> publish(
      @RestPath UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      Publication publication) {
    return lifecycle.publish(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(publication));
  }

  /** Takes it out of the catalogue; its grants are revoked. */
  @POST
  @Path("withdrawal")
  public Uni<ResourceView> withdraw(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Withdrawal withdrawal) {
    return lifecycle.withdraw(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(withdrawal));
  }

  /** The steps taken so far, the first one first. */
  @GET
  @Path("history")
  public Uni<Page<TransitionView>> history(
      @RestPath UUID id, @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return lifecycle.history(user.caller(), id, PageRequest.of(page, size));
  }

  /**
   * What differs from another version of the same resource.
   *
   * @param against identity of the other version; the one before if absent or {@code previous}
   */
  @GET
  @Path("diff")
  public Uni<DifferenceView> difference(
      @RestPath UUID id, @QueryParam("against") @DefaultValue("previous") String against) {
    return reviews.difference(user.caller(), id, against);
  }

  /** What somebody needs to decide on it. */
  @GET
  @Path("review")
  public Uni<ReviewView> reviewed(
      @RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
    return reviews.review(user.caller(), id, texts.language(language));
  }
}
