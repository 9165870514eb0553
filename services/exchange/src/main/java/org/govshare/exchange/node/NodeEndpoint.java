package org.govshare.exchange.node;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Nodes: the departments' front-end machines. */
@Path("/api/exchange/v1/nodes")
@Authenticated
class NodeEndpoint {

  private final NodeService nodes;
  private final CurrentUser user;

  NodeEndpoint(NodeService nodes, CurrentUser user) {
    this.nodes = nodes;
    this.user = user;
  }

  /** A page of the nodes in the order of their codes. */
  @GET
  public Uni<Page<NodeView>> list(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return nodes.list(user.caller(), PageRequest.of(page, size));
  }

  /** One node. */
  @GET
  @Path("/{code}")
  public Uni<NodeView> get(@PathParam("code") String code) {
    return nodes.get(user.caller(), code);
  }

  /**
   * Registers a node or changes it. The same registration again changes nothing; to put another in
   * its place, name the version seen in {@code If-Match}.
   */
  @PUT
  @APIResponse(
      responseCode = "200",
      description = "Changed, or as it was",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = NodeView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = NodeView.class)))
  @Path("/{code}")
  public Uni<RestResponse<NodeView>> register(
      @PathParam("code") String code,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      RegisterNode input) {
    return nodes
        .register(user.caller(), code, InputChecks.body(input), ifMatch)
        .map(
            done ->
                RestResponse.ResponseBuilder.create(
                        done.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                        done.node())
                    .build());
  }

  /** A page of the tables that the node opens, as it last reported them. */
  @GET
  @Path("/{code}/tables")
  public Uni<Page<OpenTable>> tables(
      @PathParam("code") String code,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return nodes.tables(user.caller(), code, PageRequest.of(page, size));
  }

  /** Asks the node to report its tables again; the answer comes in its own time. */
  @POST
  @Path("/{code}/inventory")
  @ResponseStatus(202)
  @APIResponse(responseCode = "202", description = "Asked for")
  public Uni<Void> askForInventory(@PathParam("code") String code) {
    return nodes.askForInventory(user.caller(), code);
  }
}
