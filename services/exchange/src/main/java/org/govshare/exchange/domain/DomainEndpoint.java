package org.govshare.exchange.domain;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.jboss.resteasy.reactive.RestResponse;

/** Business domains. */
@Path("/api/exchange/v1/domains")
@Authenticated
class DomainEndpoint {

  private final DomainService domains;
  private final CurrentUser user;

  DomainEndpoint(DomainService domains, CurrentUser user) {
    this.domains = domains;
    this.user = user;
  }

  /** A page of the domains in the order of their codes. */
  @GET
  public Uni<Page<DomainView>> list(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return domains.list(user.caller(), PageRequest.of(page, size));
  }

  /** Creates a domain. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DomainView.class)))
  public Uni<RestResponse<DomainView>> create(CreateDomain input) {
    return domains
        .create(user.caller(), InputChecks.body(input))
        .map(
            view ->
                RestResponse.ResponseBuilder.<DomainView>created(
                        URI.create("/api/exchange/v1/domains/" + view.code()))
                    .entity(view)
                    .build());
  }
}
