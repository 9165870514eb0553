package org.govshare.catalog.statistics;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Counts over the catalogue, for everybody who is signed in. */
@Path("/api/catalog/v1/statistics")
@Authenticated
class StatisticsEndpoint {

  private final StatisticsService statistics;

  StatisticsEndpoint(StatisticsService statistics) {
    this.statistics = statistics;
  }

  /** All counts, from one reading. */
  @GET
  public Uni<StatisticsView> read() {
    return statistics.read();
  }
}
