package org.govshare.node.broker;

import io.vertx.core.Context;
import io.vertx.proton.ProtonSender;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Section;
import org.apache.qpid.proton.message.Message;

/** A link that sends; each send completes when the broker has accepted it or the link is lost. */
public final class SendingLink implements AutoCloseable {
  private final Context context;
  private final ProtonSender sender;
  private final Runnable forget;
  // Only touched on the context.
  private final Set<CompletableFuture<Void>> pending = new HashSet<>();
  private volatile BrokerUnavailable lost;

  SendingLink(Context context, ProtonSender sender, Runnable forget) {
    this.context = context;
    this.sender = sender;
    this.forget = forget;
  }

  /**
   * Sends bytes. Messages sent by one thread keep their order.
   *
   * @param durable whether the broker keeps it over a restart
   */
  public CompletableFuture<Void> send(byte[] body, boolean durable) {
    return send(new Data(new Binary(body)), "application/octet-stream", durable);
  }

  /** Sends JSON text, durably. */
  public CompletableFuture<Void> sendJson(String json) {
    return send(new AmqpValue(json), "application/json", true);
  }

  private CompletableFuture<Void> send(Section body, String contentType, boolean durable) {
    Message message = Message.Factory.create();
    message.setBody(body);
    message.setContentType(contentType);
    message.setDurable(durable);
    CompletableFuture<Void> done = new CompletableFuture<>();
    context.runOnContext(
        ignored -> {
          if (lost != null || !sender.isOpen()) {
            done.completeExceptionally(
                lost != null ? lost : new BrokerUnavailable("the link is closed"));
            return;
          }
          pending.add(done);
          sender.send(
              message,
              delivery -> {
                pending.remove(done);
                if (delivery.getRemoteState() instanceof Accepted) {
                  done.complete(null);
                } else {
                  done.completeExceptionally(
                      new BrokerUnavailable("not accepted: " + delivery.getRemoteState()));
                }
              });
        });
    return done;
  }

  /** Whether nothing can be sent any more. */
  boolean isLost() {
    return lost != null;
  }

  /** Closes the link; sends that the broker has not answered fail. */
  @Override
  public void close() {
    context.runOnContext(
        ignored -> {
          lose(new BrokerUnavailable("the link is closed"));
          forget.run();
          sender.closeHandler(null);
          sender.detachHandler(null);
          if (sender.isOpen()) {
            sender.close();
          }
        });
  }

  /** On the context: fails what waits. */
  void lose(BrokerUnavailable cause) {
    lost = cause;
    Set<CompletableFuture<Void>> waiting = new HashSet<>(pending);
    pending.clear();
    waiting.forEach(done -> done.completeExceptionally(cause));
  }
}
