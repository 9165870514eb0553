package org.govshare.catalog.resource;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** The concrete formats that resources may name. */
@Path("/api/catalog/v1/format-types")
@Authenticated
class FormatTypeEndpoint {

  private final FormatTypeService types;

  FormatTypeEndpoint(FormatTypeService types) {
    this.types = types;
  }

  /** All of them, by format category. */
  @GET
  public Uni<List<FormatTypeView>> list() {
    return types.inOrder();
  }
}
