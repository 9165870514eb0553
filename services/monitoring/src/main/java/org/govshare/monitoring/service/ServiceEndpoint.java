package org.govshare.monitoring.service;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.govshare.monitoring.telemetry.Period;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Exchange services and their figures. */
@Path("/api/monitoring/v1/services")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "services")
class ServiceEndpoint {

  private final CurrentUser user;
  private final ServiceStatistics services;

  ServiceEndpoint(CurrentUser user, ServiceStatistics services) {
    this.user = user;
    this.services = services;
  }

  @GET
  @Operation(
      operationId = "listServices",
      summary = "Exchange services by code, with figures of the days asked for",
      description = "A department's people see the services that start or end there.")
  public Uni<Page<ServiceView>> list(
      @Parameter(description = "Code of a domain") @QueryParam("domain") String domain,
      @Parameter(description = "First day, YYYY-MM-DD in Asia/Shanghai") @QueryParam("from")
          String from,
      @Parameter(description = "Last day, YYYY-MM-DD in Asia/Shanghai") @QueryParam("to") String to,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    new InputChecks().optionalText("domain", domain, 100).done();
    Optional<String> chosen = Optional.ofNullable(domain).filter(code -> !code.isEmpty());
    return services.list(user.caller(), chosen, Period.of(from, to), PageRequest.of(page, size));
  }
}
