package org.govshare.monitoring.domain;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.govshare.monitoring.telemetry.Period;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** 业务域监控. */
@Path("/api/monitoring/v1/domains")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "domains")
class DomainEndpoint {

  private final CurrentUser user;
  private final DomainService domains;

  DomainEndpoint(CurrentUser user, DomainService domains) {
    this.user = user;
    this.domains = domains;
  }

  @GET
  @Operation(
      operationId = "listDomains",
      summary = "Domains by code: services as they are now, figures of the days asked for")
  public Uni<Page<DomainView>> list(
      @Parameter(description = "First day, YYYY-MM-DD in Asia/Shanghai") @QueryParam("from")
          String from,
      @Parameter(description = "Last day, YYYY-MM-DD in Asia/Shanghai") @QueryParam("to") String to,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return domains.list(user.caller(), Period.of(from, to), PageRequest.of(page, size));
  }
}
