package org.govshare.monitoring.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.govshare.monitoring.intake.MessageReader;
import org.govshare.monitoring.intake.NodeReport;
import org.govshare.monitoring.intake.TelemetryHandler;
import org.govshare.monitoring.intake.UnusableMessage;
import org.govshare.protocol.control.ChannelTelemetry;
import org.govshare.protocol.control.Side;

/**
 * Keeps the greatest figures of each end of a run's channels, and adds what they grew by to the
 * day: what a run has done is the sum over its channels. A message that comes twice, or after a
 * later one, adds nothing.
 */
@Singleton
@RegisterForReflection(targets = {ChannelTelemetry.class, Side.class})
class ChannelReports implements TelemetryHandler {

  private final MessageReader reader;
  private final FiguresRepository repository;
  private final Clock clock;

  ChannelReports(MessageReader reader, FiguresRepository repository, Clock clock) {
    this.reader = reader;
    this.repository = repository;
    this.clock = clock;
  }

  @Override
  public String type() {
    return ChannelTelemetry.TYPE;
  }

  @Override
  public Uni<Void> apply(JsonNode report) {
    ChannelTelemetry message = reader.read(report, ChannelTelemetry.class);
    Figures reported = figures(message);
    Instant at = NodeReport.time(message.at(), clock.instant());
    End end =
        new End(
            required(message.run(), "run"),
            required(message.channel(), "channel"),
            required(message.side(), "side"),
            required(message.service(), "service"),
            NodeReport.node(message.node()));
    return repository
        .lock(end, at)
        .chain(
            before -> {
              if (!before.service().equals(end.service())) {
                throw new UnusableMessage("its run belongs to another service");
              }
              Figures now = before.figures().greatest(reported);
              return now.equals(before.figures())
                  ? Uni.createFrom().voidItem()
                  : repository.grow(end, now, now.since(before.figures()), at);
            });
  }

  private static Figures figures(ChannelTelemetry message) {
    try {
      return new Figures(message.messages(), message.rows(), message.bytes(), message.wireBytes());
    } catch (IllegalArgumentException outside) {
      throw new UnusableMessage("a figure is out of range");
    }
  }

  private static <T> T required(T value, String field) {
    if (value == null) {
      throw new UnusableMessage("without " + field);
    }
    return value;
  }

  /** One end of a run's channel. */
  record End(UUID run, UUID channel, Side side, UUID service, String node) {}

  /** What was known of an end before. */
  record Known(UUID service, Figures figures) {}
}
