package org.govshare.exchange.run;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Heads of receipt chains with the exchange's signature. */
@Path("/api/exchange/v1/runs/{id}/heads")
@Authenticated
class HeadEndpoint {

  private final HeadReader heads;
  private final CurrentUser user;

  HeadEndpoint(HeadReader heads, CurrentUser user) {
    this.heads = heads;
    this.user = user;
  }

  /**
   * A page of the countersigned heads of the run's channels, of one if it is named, the latest of
   * each first. Heads that later runs of a channel have moved on to are among them.
   */
  @GET
  public Uni<Page<ChannelHeadView>> list(
      @PathParam("id") UUID id,
      @QueryParam("channel") UUID channel,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return heads.page(user.caller(), id, channel, PageRequest.of(page, size));
  }

  /**
   * The last thousand of them as a file, for {@code govshare-verify}; {@code docs/api/receipts.md}.
   */
  @GET
  @Path("/file")
  @Produces(MediaType.TEXT_PLAIN)
  public Uni<String> file(@PathParam("id") UUID id, @QueryParam("channel") UUID channel) {
    return heads.file(user.caller(), id, channel);
  }
}
