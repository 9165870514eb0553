package org.govshare.catalog.authority;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InvalidInput;

/** Whose an item is. */
@Path("/api/catalog/v1/authoritative-sources")
@Authenticated
class SourceEndpoint {

  private final SourceService sources;
  private final CurrentUser user;

  SourceEndpoint(SourceService sources, CurrentUser user) {
    this.sources = sources;
    this.user = user;
  }

  /**
   * What is decided on the sources of items, in the order asked; bounded by how many may be asked.
   *
   * @param itemIds identities of items, repeated or separated by commas
   */
  @GET
  public Uni<List<SourceView>> of(@QueryParam("itemIds") List<String> itemIds) {
    return sources.of(
        user.caller(),
        itemIds.stream()
            .flatMap(text -> Arrays.stream(text.split(",")))
            .filter(text -> !text.isBlank())
            .map(SourceEndpoint::identity)
            .distinct()
            .toList());
  }

  private static UUID identity(String text) {
    try {
      return UUID.fromString(text.strip());
    } catch (IllegalArgumentException malformed) {
      throw new InvalidInput("itemIds", "malformed", "123e4567-e89b-12d3-a456-426614174000");
    }
  }
}
