package org.govshare.platform.reactive.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.amqp.AmqpMessage;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.function.Function;
import org.govshare.platform.correlation.Correlation;
import org.govshare.platform.reactive.broker.Broker;
import org.govshare.platform.reactive.broker.Disposition;
import org.govshare.platform.reactive.message.Acknowledgement;
import org.govshare.platform.reactive.message.Envelope;
import org.jboss.logging.Logger;

/** Receives facts from the broker, passes them through the inbox and acknowledges them. */
@Singleton
public class FactReceiver {

  private static final Logger LOG = Logger.getLogger(FactReceiver.class);

  private final Broker broker;
  private final Inbox inbox;
  private final ObjectMapper json;

  FactReceiver(Broker broker, Inbox inbox, ObjectMapper json) {
    this.broker = broker;
    this.inbox = inbox;
    this.json = json;
  }

  /**
   * Receives for as long as the service runs. A handler that fails leaves everything as it was, and
   * the fact comes again.
   *
   * @param address where the facts arrive, {@code fact.<producer>.<consumer>}
   * @param handler applies one fact, in the inbox's transaction
   */
  public void receive(String address, Function<Envelope, Uni<Void>> handler) {
    broker.receive(address, message -> take(address, message, handler));
  }

  private Uni<Disposition> take(
      String address, AmqpMessage message, Function<Envelope, Uni<Void>> handler) {
    Envelope fact;
    try {
      fact = Objects.requireNonNull(json.readValue(message.bodyAsString(), Envelope.class));
    } catch (JsonProcessingException | RuntimeException e) {
      LOG.errorf("A message on %s is not a fact and is put aside", address);
      return Uni.createFrom().item(Disposition.REJECT);
    }
    Correlation.begin(fact.correlation());
    return inbox
        .receive(fact, handler)
        .chain(word -> acknowledge(fact.producer(), word))
        .replaceWith(Disposition.ACCEPT);
  }

  private Uni<Void> acknowledge(String producer, Acknowledgement word) {
    try {
      return broker.send("ack." + producer, json.writeValueAsString(word));
    } catch (JsonProcessingException e) {
      return Uni.createFrom().failure(e);
    }
  }
}
