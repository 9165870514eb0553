package org.govshare.monitoring.platform;

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

/** 平台监控. */
@Path("/api/monitoring/v1/platform")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "platform")
class PlatformEndpoint {

  private final CurrentUser user;
  private final PlatformService platform;

  PlatformEndpoint(CurrentUser user, PlatformService platform) {
    this.user = user;
    this.platform = platform;
  }

  @GET
  @Operation(
      operationId = "readPlatform",
      summary = "The whole platform: services as they are now, figures of the days asked for")
  public Uni<PlatformView> read(
      @Parameter(description = "First day, YYYY-MM-DD in Asia/Shanghai") @QueryParam("from")
          String from,
      @Parameter(description = "Last day, YYYY-MM-DD in Asia/Shanghai") @QueryParam("to")
          String to) {
    return platform.summary(user.caller(), Period.of(from, to));
  }
}
