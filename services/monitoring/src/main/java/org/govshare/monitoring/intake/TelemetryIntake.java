package org.govshare.monitoring.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.amqp.AmqpMessage;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.platform.reactive.broker.Broker;
import org.govshare.platform.reactive.broker.Disposition;
import org.govshare.protocol.address.Addresses;
import org.jboss.logging.Logger;

/**
 * Receives what nodes report. A message that can never be taken in goes to the dead-letter queue,
 * and the next one is taken.
 */
@Singleton
class TelemetryIntake {

  private static final Logger LOG = Logger.getLogger(TelemetryIntake.class);
  private static final String RECEIVED = "govshare.monitoring.telemetry";

  private final Broker broker;
  private final MessageReader reader;
  private final Map<String, TelemetryHandler> handlers;
  private final MeterRegistry meters;

  TelemetryIntake(
      Broker broker,
      MessageReader reader,
      @All List<TelemetryHandler> handlers,
      MeterRegistry meters) {
    this.broker = broker;
    this.reader = reader;
    this.handlers =
        handlers.stream().collect(Collectors.toMap(TelemetryHandler::type, Function.identity()));
    this.meters = meters;
  }

  void start(@Observes StartupEvent event) {
    broker.receive(Addresses.TELEMETRY_MONITORING, this::take);
  }

  private Uni<Disposition> take(AmqpMessage message) {
    return Uni.createFrom()
        .deferred(() -> apply(reader.object(text(message))))
        .replaceWith(Disposition.ACCEPT)
        .onFailure(UnusableMessage.class)
        .recoverWithItem(TelemetryIntake::refused)
        .invoke(this::count);
  }

  private Uni<Void> apply(JsonNode report) {
    TelemetryHandler handler = handlers.get(report.path("type").textValue());
    if (handler == null) {
      throw new UnusableMessage("of a type that is not known");
    }
    return Panache.withTransaction(() -> handler.apply(report));
  }

  private static String text(AmqpMessage message) {
    try {
      return message.bodyAsString();
    } catch (RuntimeException notText) {
      throw new UnusableMessage("not text");
    }
  }

  private static Disposition refused(Throwable reason) {
    LOG.errorf(
        "A message on %s is put aside: %s", Addresses.TELEMETRY_MONITORING, reason.getMessage());
    return Disposition.REJECT;
  }

  private void count(Disposition disposition) {
    meters
        .counter(RECEIVED, "outcome", disposition == Disposition.ACCEPT ? "accepted" : "refused")
        .increment();
  }
}
