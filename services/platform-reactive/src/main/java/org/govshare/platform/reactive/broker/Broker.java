package org.govshare.platform.reactive.broker;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpSenderOptions;
import io.vertx.mutiny.amqp.AmqpClient;
import io.vertx.mutiny.amqp.AmqpConnection;
import io.vertx.mutiny.amqp.AmqpMessage;
import io.vertx.mutiny.amqp.AmqpMessageBuilder;
import io.vertx.mutiny.amqp.AmqpSender;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Sends to and receives from the broker over one connection, which is made when first needed and
 * made again after it was lost.
 */
@Singleton
public class Broker {

  private static final Logger LOG = Logger.getLogger(Broker.class);

  private final BrokerConfig config;
  private final AmqpClient client;
  private final Vertx vertx;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final Map<String, Uni<AmqpSender>> senders = new HashMap<>();
  private Uni<AmqpConnection> connection;
  private long attempt;
  private boolean closed;

  Broker(Vertx vertx, BrokerConfig config) {
    this.vertx = vertx;
    this.config = config;
    AmqpClientOptions options =
        new AmqpClientOptions()
            .setHost(config.host())
            .setPort(config.port())
            .setSsl(config.useSsl())
            .setContainerId("govshare-" + UUID.randomUUID())
            .setConnectTimeout(5_000)
            .setHeartbeat(10_000);
    config.username().ifPresent(options::setUsername);
    config.password().ifPresent(options::setPassword);
    this.client = AmqpClient.create(vertx, options);
  }

  /**
   * Sends a durable JSON message and waits until the broker has it.
   *
   * @param address an address that exists
   * @param body JSON text
   * @return completes when the broker has stored the message; fails if it has not
   */
  public Uni<Void> send(String address, String body) {
    return send(
        address, AmqpMessage.create().durable(true).withBody(body).contentType("application/json"));
  }

  /**
   * Sends a message and waits until the broker has it.
   *
   * @return completes when the broker has stored the message; fails if it has not
   */
  public Uni<Void> send(String address, AmqpMessageBuilder message) {
    AmqpMessage built = message.build();
    return sender(address)
        .chain(sender -> sender.sendWithAck(built))
        .ifNoItem()
        .after(config.sendTimeout())
        .fail()
        .onFailure()
        .invoke(failure -> forget(address));
  }

  /**
   * Receives from an address for as long as the service runs. Messages are handed over one after
   * another; the next comes when the handler's answer is there. The handler's {@link Disposition}
   * decides what becomes of the message; a failure counts as {@link Disposition#RETRY}. A message
   * that was being handled when the connection broke comes again, perhaps before its handler has
   * ended, so handlers are idempotent.
   *
   * @param address an address that exists
   * @param handler runs on a Vert.x context of its own for each message, fit for Hibernate Reactive
   */
  public void receive(String address, Function<AmqpMessage, Uni<Disposition>> handler) {
    Subscription subscription = new Subscription(this, vertx, config, address, handler);
    synchronized (this) {
      subscriptions.add(subscription);
    }
    subscription.open();
  }

  synchronized Uni<AmqpConnection> connection() {
    if (closed) {
      return Uni.createFrom().failure(new IllegalStateException("The service is stopping"));
    }
    if (connection == null) {
      long number = ++attempt;
      connection =
          client
              .connect()
              .invoke(made -> connected(made, number))
              .onFailure()
              .invoke(failure -> drop(number, failure))
              .memoize()
              .indefinitely();
    }
    return connection;
  }

  private void connected(AmqpConnection made, long number) {
    LOG.infof("Connected to the broker at %s:%d", config.host(), config.port());
    made.exceptionHandler(
        reason -> {
          drop(number, reason);
          made.close().subscribe().with(done -> {}, failure -> LOG.debug("It was closed already"));
        });
  }

  /** Forgets a connection, unless a later attempt has taken its place already. */
  private void drop(long number, Throwable reason) {
    List<Subscription> lost;
    synchronized (this) {
      if (closed || connection == null || number != attempt) {
        return;
      }
      connection = null;
      senders.clear();
      lost = List.copyOf(subscriptions);
    }
    LOG.warnf("No connection to the broker: %s", reason.getMessage());
    lost.forEach(Subscription::lost);
  }

  private synchronized Uni<AmqpSender> sender(String address) {
    return senders.computeIfAbsent(
        address,
        to ->
            connection()
                .chain(made -> made.createSender(to, new AmqpSenderOptions().setAutoDrained(true)))
                .memoize()
                .indefinitely());
  }

  private void forget(String address) {
    Uni<AmqpSender> broken;
    synchronized (this) {
      broken = senders.remove(address);
    }
    if (broken != null) {
      broken
          .chain(AmqpSender::close)
          .subscribe()
          .with(done -> {}, failure -> LOG.debugf("Sender of %s was gone already", address));
    }
  }

  void stop(@Observes ShutdownEvent event) {
    synchronized (this) {
      closed = true;
      subscriptions.forEach(Subscription::stop);
    }
    client.close().subscribe().with(done -> {}, failure -> LOG.debug("Closing failed", failure));
  }
}
