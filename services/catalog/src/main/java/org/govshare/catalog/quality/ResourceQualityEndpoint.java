package org.govshare.catalog.quality;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.govshare.platform.identity.CurrentUser;
import org.jboss.resteasy.reactive.RestPath;

/** The score of one resource, for those who see it. */
@Path("/api/catalog/v1/resources/{id}/quality")
@Authenticated
class ResourceQualityEndpoint {

  private final QualityService quality;
  private final CurrentUser user;

  ResourceQualityEndpoint(QualityService quality, CurrentUser user) {
    this.quality = quality;
    this.user = user;
  }

  /** One resource as it stands now; of a draft, what can be said of it. */
  @GET
  public Uni<ResourceQuality> of(@RestPath UUID id) {
    return quality.of(user.caller(), id);
  }
}
