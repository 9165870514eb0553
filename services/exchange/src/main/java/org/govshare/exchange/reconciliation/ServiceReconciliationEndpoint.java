package org.govshare.exchange.reconciliation;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.jboss.resteasy.reactive.RestResponse;

/** Comparisons of both ends of a service. */
@Path("/api/exchange/v1/services/{id}/reconciliations")
@Authenticated
class ServiceReconciliationEndpoint {

  private final ReconciliationService reconciliations;
  private final CurrentUser user;

  ServiceReconciliationEndpoint(ReconciliationService reconciliations, CurrentUser user) {
    this.reconciliations = reconciliations;
    this.user = user;
  }

  /**
   * Has the tables compared as the last complete run has left them.
   *
   * @param target which of the targets, from 1; each of them if absent
   */
  @POST
  @APIResponse(
      responseCode = "202",
      description = "Asked for",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(type = SchemaType.ARRAY, implementation = ReconciliationView.class)))
  public Uni<RestResponse<List<ReconciliationView>>> ask(
      @PathParam("id") UUID id, @QueryParam("target") Integer target) {
    return reconciliations
        .askOf(user.caller(), id, target)
        .map(views -> RestResponse.status(RestResponse.Status.ACCEPTED, views));
  }

  /** A page of the service's reconciliations, the latest first. */
  @GET
  public Uni<Page<ReconciliationView>> list(
      @PathParam("id") UUID id,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return reconciliations.ofService(user.caller(), id, PageRequest.of(page, size));
  }
}
