package org.govshare.node.control;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.govshare.node.broker.BrokerUnavailable;
import org.govshare.node.guard.Gate;
import org.govshare.node.guard.Waiting;
import org.govshare.node.guard.Withheld;
import org.govshare.protocol.control.NodeEvent;
import org.govshare.protocol.control.RunReleased;
import org.govshare.protocol.control.RunWithheld;

/** Tells the centre which runs the node's own department withholds, and which it lets go on. */
final class WithheldReports {
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final Gate gate;
  private final Events events;
  private final Clock clock;

  WithheldReports(Gate gate, Events events, Clock clock) {
    this.gate = gate;
    this.events = events;
    this.clock = clock;
  }

  /** Tells until the node ends. */
  void tell(BooleanSupplier closed) throws IOException, BrokerUnavailable, InterruptedException {
    while (!closed.getAsBoolean()) {
      for (Waiting waiting : gate.waiting()) {
        look(waiting);
      }
      for (Waiting untold = gate.takeUntold(); untold != null; untold = gate.takeUntold()) {
        publish(
            untold,
            new RunWithheld(
                RunWithheld.TYPE,
                clock.instant(),
                untold.command().runId(),
                untold.command().channelId(),
                untold.reason(),
                untold.detail()));
      }
      gate.await(LOOK);
    }
  }

  /** A run that the centre has paused has no session that would see what is decided. */
  private void look(Waiting waiting) throws IOException, BrokerUnavailable, InterruptedException {
    Withheld now = gate.check(waiting.command());
    if (now == null) {
      publish(
          waiting,
          new RunReleased(
              RunReleased.TYPE,
              clock.instant(),
              waiting.command().runId(),
              waiting.command().channelId()));
      gate.released(waiting);
    } else if (!now.same(new Withheld(waiting.reason(), waiting.detail()))) {
      gate.standsBy(waiting.command(), now);
    }
  }

  private void publish(Waiting waiting, NodeEvent event)
      throws BrokerUnavailable, InterruptedException {
    try {
      events.publish(event);
    } catch (BrokerUnavailable | InterruptedException e) {
      gate.tellAgain(waiting.command().channelId());
      throw e;
    }
  }
}
