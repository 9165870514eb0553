package org.govshare.monitoring.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.govshare.monitoring.intake.FactHandler;
import org.govshare.monitoring.intake.MessageReader;

/** Keeps the nodes as the exchange has them. */
@Singleton
class NodeFacts implements FactHandler {

  private final MessageReader reader;
  private final NodeRepository nodes;

  NodeFacts(MessageReader reader, NodeRepository nodes) {
    this.reader = reader;
    this.nodes = nodes;
  }

  @Override
  public String type() {
    return "NodeChanged";
  }

  @Override
  public Uni<Void> apply(JsonNode payload) {
    return nodes.keep(reader.read(payload, NodeChanged.class));
  }
}
