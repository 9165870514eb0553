package org.govshare.monitoring.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.govshare.monitoring.intake.MessageReader;
import org.govshare.monitoring.intake.NodeReport;
import org.govshare.monitoring.intake.TelemetryHandler;
import org.govshare.monitoring.intake.UnusableMessage;
import org.govshare.protocol.control.NodeHeartbeat;

/** Keeps each node's latest sign of life, whether the exchange has told of the node or not yet. */
@Singleton
@RegisterForReflection(targets = NodeHeartbeat.class)
class Heartbeats implements TelemetryHandler {

  private static final int VERSION_LIMIT = 64;

  private final MessageReader reader;
  private final NodeRepository nodes;
  private final Clock clock;

  Heartbeats(MessageReader reader, NodeRepository nodes, Clock clock) {
    this.reader = reader;
    this.nodes = nodes;
    this.clock = clock;
  }

  @Override
  public String type() {
    return NodeHeartbeat.TYPE;
  }

  @Override
  public Uni<Void> apply(JsonNode report) {
    NodeHeartbeat heartbeat = reader.read(report, NodeHeartbeat.class);
    return nodes.seen(
        NodeReport.node(heartbeat.node()),
        version(heartbeat.agentVersion()),
        NodeReport.time(heartbeat.at(), clock.instant()));
  }

  private static String version(String agentVersion) {
    if (agentVersion == null
        || agentVersion.isBlank()
        || agentVersion.length() > VERSION_LIMIT
        || agentVersion.chars().anyMatch(Character::isISOControl)) {
      throw new UnusableMessage("without the agent's version");
    }
    return agentVersion;
  }
}
