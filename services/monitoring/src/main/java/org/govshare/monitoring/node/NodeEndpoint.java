package org.govshare.monitoring.node;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** 前置机监控. */
@Path("/api/monitoring/v1/nodes")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "nodes")
class NodeEndpoint {

  private final CurrentUser user;
  private final NodeService nodes;

  NodeEndpoint(CurrentUser user, NodeService nodes) {
    this.user = user;
    this.nodes = nodes;
  }

  @GET
  @Operation(operationId = "listNodes", summary = "Nodes by code, and whether they are alive")
  public Uni<Page<NodeView>> list(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return nodes.list(user.caller(), PageRequest.of(page, size));
  }
}
