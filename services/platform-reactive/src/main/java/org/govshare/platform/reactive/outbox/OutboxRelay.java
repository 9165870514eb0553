package org.govshare.platform.reactive.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.amqp.AmqpMessage;
import io.vertx.mutiny.amqp.AmqpMessageBuilder;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.platform.reactive.broker.Broker;
import org.govshare.platform.reactive.broker.Disposition;
import org.govshare.platform.reactive.message.Acknowledgement;
import org.govshare.platform.reactive.message.Envelope;
import org.jboss.logging.Logger;

/** Sends what is in the outbox, in order, and deletes what its consumers have acknowledged. */
@Singleton
class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

  /** Twice the longest wait between two attempts: one that is not lost is always on the queue. */
  private static final int LIFE = 32;

  private final OutboxConfig config;
  private final OutboxRows rows;
  private final Broker broker;
  private final ObjectMapper json;
  private final String producer;
  private final Vertx vertx;
  private final String replica = UUID.randomUUID().toString();
  private volatile boolean stopped;

  OutboxRelay(
      Vertx vertx,
      OutboxConfig config,
      OutboxRows rows,
      Broker broker,
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.application.name") String producer) {
    this.vertx = vertx;
    this.config = config;
    this.rows = rows;
    this.broker = broker;
    this.json = json;
    this.producer = producer;
  }

  void start(@Observes StartupEvent event) {
    if (config.enabled()) {
      broker.receive("ack." + producer, this::acknowledged);
      relayLater();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
  }

  /** The next round begins an interval after the last one has ended, so rounds never overlap. */
  private void relayLater() {
    vertx.setTimer(
        config.interval().toMillis(),
        timer -> {
          if (!stopped) {
            relay().subscribe().with(done -> relayLater(), failure -> relayLater());
          }
        });
  }

  private Uni<Void> relay() {
    return rows.lease(replica, config.leaseInterval())
        .chain(ours -> ours ? sendDue() : Uni.createFrom().voidItem())
        .onFailure()
        .invoke(failure -> LOG.warnf("Facts were not relayed: %s", failure.getMessage()));
  }

  private Uni<Void> sendDue() {
    return rows.due(config.resendInterval(), config.limit())
        .chain(
            due -> {
              if (due.isEmpty()) {
                return Uni.createFrom().voidItem();
              }
              List<Uni<Void>> sends = new ArrayList<>();
              for (Row row : due) {
                sends.add(send(row));
              }
              // Joined eagerly and in order: one link per consumer keeps the order of its facts.
              return Uni.join().all(sends).andCollectFailures().replaceWithVoid();
            });
  }

  private Uni<Void> send(Row row) {
    String consumer = row.getString("consumer");
    long sequence = row.getLong("sequence");
    String body;
    try {
      body =
          json.writeValueAsString(
              new Envelope(
                  producer,
                  consumer,
                  sequence,
                  row.getString("type"),
                  row.getOffsetDateTime("occurred_at").toInstant(),
                  row.getString("correlation"),
                  json.readTree(row.getString("payload"))));
    } catch (JsonProcessingException e) {
      return Uni.createFrom().failure(e);
    }
    // What nobody took is sent again as long as its row is there. Without an end its repetitions
    // would fill the queue of a consumer that stays away.
    AmqpMessageBuilder message =
        AmqpMessage.create()
            .durable(true)
            .ttl(config.resendInterval().toMillis() * LIFE)
            .withBody(body)
            .contentType("application/json");
    return broker.send(address(consumer), message).chain(() -> rows.sent(consumer, sequence));
  }

  /** Where facts for a consumer go: {@code command.<code>} for a node, else this service's own. */
  String address(String consumer) {
    return consumer.startsWith("node.")
        ? "command." + consumer.substring("node.".length())
        : "fact." + producer + "." + consumer;
  }

  private Uni<Disposition> acknowledged(AmqpMessage message) {
    Acknowledgement acknowledgement;
    try {
      acknowledgement =
          Objects.requireNonNull(json.readValue(message.bodyAsString(), Acknowledgement.class));
    } catch (JsonProcessingException | RuntimeException e) {
      LOG.warn("An acknowledgement was unreadable and is put aside");
      return Uni.createFrom().item(Disposition.REJECT);
    }
    return rows.acknowledged(acknowledgement).replaceWith(Disposition.ACCEPT);
  }
}
