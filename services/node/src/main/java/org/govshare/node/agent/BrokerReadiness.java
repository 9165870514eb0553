package org.govshare.node.agent;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.govshare.node.control.LogicalNode;

/** Ready when every logical node has its connection to the broker. */
@Readiness
@ApplicationScoped
class BrokerReadiness implements HealthCheck {
  private final Agent agent;

  BrokerReadiness(Agent agent) {
    this.agent = agent;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("broker");
    boolean all = true;
    for (LogicalNode node : agent.nodes()) {
      response.withData(node.code(), node.connected() ? "connected" : "not connected");
      all &= node.connected();
    }
    return response.status(all).build();
  }
}
