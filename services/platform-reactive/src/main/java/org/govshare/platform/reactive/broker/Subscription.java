package org.govshare.platform.reactive.broker;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.amqp.AmqpReceiverOptions;
import io.vertx.core.Context;
import io.vertx.mutiny.amqp.AmqpMessage;
import io.vertx.mutiny.amqp.AmqpReceiver;
import io.vertx.mutiny.core.Vertx;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** A receiver on one address that comes back after the connection was lost. */
class Subscription {

  private static final Logger LOG = Logger.getLogger(Subscription.class);

  private final Broker broker;
  private final Vertx vertx;
  private final BrokerConfig config;
  private final String address;
  private final Function<AmqpMessage, Uni<Disposition>> handler;
  private boolean opening;
  private boolean stopped;
  private AmqpReceiver receiver;

  Subscription(
      Broker broker,
      Vertx vertx,
      BrokerConfig config,
      String address,
      Function<AmqpMessage, Uni<Disposition>> handler) {
    this.broker = broker;
    this.vertx = vertx;
    this.config = config;
    this.address = address;
    this.handler = handler;
  }

  void open() {
    synchronized (this) {
      if (opening || stopped) {
        return;
      }
      opening = true;
    }
    AmqpReceiverOptions options = new AmqpReceiverOptions().setAutoAcknowledgement(false);
    broker
        .connection()
        .chain(connection -> connection.createReceiver(address, options))
        .subscribe()
        .with(this::opened, this::failed);
  }

  private synchronized void opened(AmqpReceiver made) {
    opening = false;
    receiver = made;
    LOG.infof("Receiving from %s", address);
    made.pause();
    made.exceptionHandler(failure -> lost());
    made.endHandler(this::lost);
    made.handler(message -> onOwnContext(made, message));
    made.fetch(1);
  }

  private void failed(Throwable reason) {
    LOG.debugf("Cannot receive from %s: %s", address, reason.getMessage());
    synchronized (this) {
      opening = false;
    }
    lost();
  }

  void lost() {
    AmqpReceiver gone;
    synchronized (this) {
      if (stopped || opening) {
        return;
      }
      gone = receiver;
      receiver = null;
    }
    if (gone != null) {
      gone.close().subscribe().with(done -> {}, failure -> LOG.debug("It was closed already"));
    }
    vertx.setTimer(config.retryInterval().toMillis(), timer -> reopen());
  }

  private void reopen() {
    synchronized (this) {
      if (receiver != null) {
        return;
      }
    }
    open();
  }

  synchronized void stop() {
    stopped = true;
  }

  private void onOwnContext(AmqpReceiver from, AmqpMessage message) {
    Context own = VertxContext.createNewDuplicatedContext(vertx.getDelegate().getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(own, true);
    own.runOnContext(
        ignored ->
            handled(message)
                .subscribe()
                .with(
                    disposition -> settle(from, message, disposition),
                    failure -> {
                      LOG.errorf(failure, "A message from %s was not handled", address);
                      vertx.setTimer(
                          config.retryInterval().toMillis(),
                          timer -> settle(from, message, Disposition.RETRY));
                    }));
  }

  private Uni<Disposition> handled(AmqpMessage message) {
    try {
      return handler.apply(message);
    } catch (RuntimeException failure) {
      return Uni.createFrom().failure(failure);
    }
  }

  private void settle(AmqpReceiver from, AmqpMessage message, Disposition disposition) {
    switch (disposition) {
      case ACCEPT -> message.accepted();
      case RETRY -> message.modified(true, false);
      case REJECT -> message.rejected();
    }
    from.fetch(1);
  }
}
