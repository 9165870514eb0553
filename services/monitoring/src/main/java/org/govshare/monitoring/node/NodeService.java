package org.govshare.monitoring.node;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.govshare.monitoring.access.AccessRules;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads nodes and judges whether they are alive. */
@ApplicationScoped
class NodeService {

  private final NodeRepository nodes;
  private final NodeConfig config;
  private final Clock clock;

  NodeService(NodeRepository nodes, NodeConfig config, Clock clock) {
    this.nodes = nodes;
    this.config = config;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<NodeView>> list(Caller caller, PageRequest page) {
    AccessRules.requireWholePlatform(caller);
    Instant oldest = clock.instant().minus(config.silenceLimit());
    return nodes
        .withHeartbeat(page)
        .map(found -> found.stream().map(node -> view(node, oldest)).toList())
        .chain(items -> nodes.count().map(total -> Page.of(items, total, page)));
  }

  private static NodeView view(NodeRepository.Seen node, Instant oldest) {
    boolean alive = node.at() != null && !node.at().isBefore(oldest);
    return new NodeView(
        node.code(),
        node.name(),
        node.department(),
        alive ? NodeHealth.NORMAL : NodeHealth.STOPPED,
        node.agentVersion(),
        node.at());
  }
}
