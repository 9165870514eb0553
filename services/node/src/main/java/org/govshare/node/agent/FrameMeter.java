package org.govshare.node.agent;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.govshare.node.run.FlowMeter;
import org.govshare.protocol.control.Side;

/** Publishes committed frames as metrics. */
@ApplicationScoped
class FrameMeter implements FlowMeter {
  private final MeterRegistry registry;

  FrameMeter(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void committed(String node, Side side, long rows, long bytes, long wireBytes) {
    count("govshare.node.frames", node, side, 1);
    count("govshare.node.rows", node, side, rows);
    count("govshare.node.bytes", node, side, bytes);
    count("govshare.node.wire.bytes", node, side, wireBytes);
  }

  private void count(String name, String node, Side side, long amount) {
    registry
        .counter(name, "node", node, "side", side.name().toLowerCase(Locale.ROOT))
        .increment(amount);
  }
}
