package org.govshare.catalog.subscription;

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

/** The caller's subscriptions. */
@Path("/api/catalog/v1/subscriptions")
@Authenticated
class SubscriptionEndpoint {

  private final SubscriptionService subscriptions;
  private final CurrentUser user;

  SubscriptionEndpoint(SubscriptionService subscriptions, CurrentUser user) {
    this.subscriptions = subscriptions;
    this.user = user;
  }

  /** Subscribes to a resource, a department, a category or a query. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
  public Uni<RestResponse<SubscriptionView>> subscribe(SubscriptionInput input) {
    return subscriptions
        .subscribe(user.caller(), InputChecks.body(input))
        .map(view -> Answers.created(view, "/api/catalog/v1/subscriptions/" + view.id()));
  }

  /**
   * A page of the caller's subscriptions, the latest first.
   *
   * @param kind those of one kind
   * @param resourceId the one to this resource, in whatever version
   */
  @GET
  public Uni<Page<SubscriptionView>> list(
      @QueryParam("kind") SubscriptionKind kind,
      @QueryParam("resourceId") UUID resourceId,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return subscriptions.list(user.caller(), kind, resourceId, PageRequest.of(page, size));
  }

  /** Changes when the caller is told. */
  @PUT
  @Path("{id}")
  public Uni<SubscriptionView> deliver(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, DeliveryInput input) {
    return subscriptions.deliver(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** Cancels a subscription. */
  @DELETE
  @Path("{id}")
  public Uni<Void> cancel(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return subscriptions.cancel(user.caller(), id, ExpectedVersion.of(ifMatch));
  }
}
