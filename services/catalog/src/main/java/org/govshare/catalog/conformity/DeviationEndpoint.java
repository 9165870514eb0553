package org.govshare.catalog.conformity;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.identity.CurrentUser;
import org.jboss.resteasy.reactive.RestPath;

/** Where a resource deviates from the standards it cites. */
@Path("/api/catalog/v1/resources/{id}/standard-deviations")
@Authenticated
class DeviationEndpoint {

  private final ConformityService conformity;
  private final CurrentUser user;

  DeviationEndpoint(ConformityService conformity, CurrentUser user) {
    this.conformity = conformity;
    this.user = user;
  }

  /** Warnings in the order of the items; at most four for each of them. */
  @GET
  public Uni<List<Deviation>> list(@RestPath UUID id) {
    return conformity.deviations(user.caller(), id);
  }
}
