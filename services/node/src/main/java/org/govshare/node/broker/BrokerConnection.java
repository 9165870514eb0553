package org.govshare.node.broker;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.proton.ProtonClient;
import io.vertx.proton.ProtonClientOptions;
import io.vertx.proton.ProtonConnection;
import io.vertx.proton.ProtonLink;
import io.vertx.proton.ProtonReceiver;
import io.vertx.proton.ProtonSender;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;

/**
 * The connection of one logical node. It connects when a link is asked for and none is there; it
 * does not reconnect by itself, so that whoever uses a link learns that it is lost. May be used
 * from any thread but an event loop.
 */
public final class BrokerConnection implements AutoCloseable {
  private static final int TIMEOUT_SECONDS = 10;
  private static final int FRAME_SIZE = 128 << 10;
  private static final int HEARTBEAT_MILLIS = 3000;
  // Sessions that all want the connection back must not each try in turn.
  private static final long PAUSE_NANOS = 100_000_000;
  private static final Symbol QUEUE = Symbol.valueOf("queue");

  private final Vertx vertx;
  private final BrokerSettings settings;
  private final Map<String, SendingLink> senders = new ConcurrentHashMap<>();
  private volatile Open open;
  private volatile boolean closed;
  private BrokerUnavailable refused;
  private long refusedAt;

  /** A connection that is not yet made. */
  public BrokerConnection(Vertx vertx, BrokerSettings settings) {
    this.vertx = vertx;
    this.settings = settings;
  }

  /** Whether there is a connection now. */
  public boolean connected() {
    Open current = open;
    return current != null && !current.lost;
  }

  /**
   * Attaches a receiving link without credit.
   *
   * @param handler gets each message, on the event loop; must not block
   * @param onLoss told once when the link is lost, on the event loop
   */
  public ReceivingLink receive(
      String address, Consumer<Delivery> handler, Consumer<BrokerUnavailable> onLoss)
      throws BrokerUnavailable, InterruptedException {
    Open current = ensureOpen();
    CompletableFuture<ReceivingLink> attached = new CompletableFuture<>();
    current.context.runOnContext(
        ignored -> {
          if (current.lost) {
            attached.completeExceptionally(new BrokerUnavailable("the connection is lost"));
            return;
          }
          ProtonReceiver receiver = current.connection.createReceiver(address);
          ((Source) receiver.getSource()).setCapabilities(QUEUE);
          receiver.setPrefetch(0).setAutoAccept(false);
          receiver.handler(
              (delivery, message) ->
                  handler.accept(new Delivery(current.context, delivery, message)));
          attach(current, receiver, address, attached, onLoss)
              .accept(
                  () ->
                      new ReceivingLink(
                          current.context, receiver, () -> current.links.remove(receiver)));
        });
    return await(attached, "cannot receive from " + address);
  }

  /** Attaches a sending link. */
  public SendingLink send(String address, Consumer<BrokerUnavailable> onLoss)
      throws BrokerUnavailable, InterruptedException {
    Open current = ensureOpen();
    CompletableFuture<SendingLink> attached = new CompletableFuture<>();
    current.context.runOnContext(
        ignored -> {
          if (current.lost) {
            attached.completeExceptionally(new BrokerUnavailable("the connection is lost"));
            return;
          }
          ProtonSender sender = current.connection.createSender(address);
          ((Target) sender.getTarget()).setCapabilities(QUEUE);
          SendingLink link =
              new SendingLink(current.context, sender, () -> current.links.remove(sender));
          Consumer<BrokerUnavailable> loss =
              cause -> {
                link.lose(cause);
                onLoss.accept(cause);
              };
          attach(current, sender, address, attached, loss).accept(() -> link);
        });
    return await(attached, "cannot send to " + address);
  }

  /** Sends JSON text durably on a link that is kept, and waits until the broker has accepted it. */
  public void sendJson(String address, String json) throws BrokerUnavailable, InterruptedException {
    await(keptSender(address).sendJson(json), "not accepted at " + address);
  }

  /** The kept link to an address, attached when there is none. */
  public SendingLink keptSender(String address) throws BrokerUnavailable, InterruptedException {
    synchronized (senders) {
      SendingLink kept = senders.get(address);
      if (kept == null || kept.isLost()) {
        kept = send(address, cause -> {});
        senders.put(address, kept);
      }
      return kept;
    }
  }

  /** Waits for a send. */
  public static <T> T await(CompletableFuture<T> future, String what)
      throws BrokerUnavailable, InterruptedException {
    try {
      return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new BrokerUnavailable(what, e.getCause());
    } catch (TimeoutException e) {
      future.cancel(false);
      throw new BrokerUnavailable(what + ": no answer within " + TIMEOUT_SECONDS + " s");
    }
  }

  /** Closes the connection for good. */
  @Override
  public void close() {
    closed = true;
    Open current = open;
    if (current != null) {
      current.context.runOnContext(
          ignored -> {
            if (!current.lost) {
              current.lose(new BrokerUnavailable("the connection is closed"));
              current.connection.close();
              current.connection.disconnect();
            }
          });
    }
  }

  /**
   * Cuts the connection without a word, as a failing network does; it is made again when needed.
   */
  public void cut() {
    Open current = open;
    if (current != null) {
      current.context.runOnContext(ignored -> current.connection.disconnect());
    }
  }

  private synchronized Open ensureOpen() throws BrokerUnavailable, InterruptedException {
    if (closed) {
      throw new BrokerUnavailable("the connection is closed");
    }
    if (open == null || open.lost) {
      if (refused != null && System.nanoTime() - refusedAt < PAUSE_NANOS) {
        throw new BrokerUnavailable(refused.getMessage());
      }
      try {
        open = connect();
        refused = null;
      } catch (BrokerUnavailable e) {
        refused = e;
        refusedAt = System.nanoTime();
        throw e;
      }
    }
    return open;
  }

  private Open connect() throws BrokerUnavailable, InterruptedException {
    ProtonClientOptions options = new ProtonClientOptions();
    options.setMaxFrameSize(FRAME_SIZE);
    options.setHeartbeat(HEARTBEAT_MILLIS);
    options.setConnectTimeout(5000);
    options.setTcpNoDelay(true);
    options.addEnabledSaslMechanism("PLAIN");
    Context context = vertx.getOrCreateContext();
    CompletableFuture<Open> made = new CompletableFuture<>();
    context.runOnContext(
        ignored ->
            ProtonClient.create(vertx)
                .connect(
                    options,
                    settings.host(),
                    settings.port(),
                    settings.username(),
                    settings.password(),
                    result -> {
                      if (result.failed()) {
                        made.completeExceptionally(result.cause());
                      } else {
                        opened(context, result.result(), made);
                      }
                    }));
    return await(made, "cannot connect to the broker as " + settings);
  }

  private void opened(Context context, ProtonConnection connection, CompletableFuture<Open> made) {
    Open fresh = new Open(context, connection);
    connection.setContainer("govshare-node-" + settings.username());
    connection.disconnectHandler(
        lost -> {
          made.completeExceptionally(new BrokerUnavailable("disconnected"));
          fresh.lose(new BrokerUnavailable("the connection to the broker is lost"));
        });
    connection.closeHandler(
        closing -> {
          made.completeExceptionally(new BrokerUnavailable("closed by the broker"));
          fresh.lose(new BrokerUnavailable("the broker closed the connection"));
          connection.disconnect();
        });
    connection.openHandler(
        result -> {
          if (result.failed()) {
            made.completeExceptionally(result.cause());
          } else if (!made.complete(fresh)) {
            // Whoever asked for it has given up.
            connection.disconnect();
          }
        });
    connection.open();
  }

  /** On the context: opens a link and completes its future once, telling of its loss later. */
  private <L extends ProtonLink<L>, T> Consumer<java.util.function.Supplier<T>> attach(
      Open current,
      ProtonLink<L> link,
      String address,
      CompletableFuture<T> attached,
      Consumer<BrokerUnavailable> onLoss) {
    return wrapped -> {
      Consumer<Throwable> end =
          cause -> {
            current.links.remove(link);
            BrokerUnavailable lost =
                cause == null
                    ? new BrokerUnavailable("the broker closed the link to " + address)
                    : new BrokerUnavailable("the broker closed the link to " + address, cause);
            if (!attached.completeExceptionally(lost)) {
              onLoss.accept(lost);
            }
            link.close();
          };
      current.links.put(link, attached::completeExceptionally);
      link.closeHandler(result -> end.accept(result.cause()));
      link.detachHandler(result -> end.accept(result.cause()));
      link.openHandler(
          result -> {
            // A refusal comes as an open without terminus, followed by a close that says why.
            if (result.failed()) {
              end.accept(result.cause());
            } else if (granted(link)) {
              current.links.put(link, onLoss);
              if (!attached.complete(wrapped.get())) {
                // Whoever asked for it has given up.
                current.links.remove(link);
                link.close();
              }
            }
          });
      link.open();
    };
  }

  private static boolean granted(ProtonLink<?> link) {
    return link instanceof ProtonSender
        ? link.getRemoteTarget() != null
        : link.getRemoteSource() != null;
  }

  /** A connection that was opened. Its fields but {@code lost} are used on the context only. */
  private static final class Open {
    private final Context context;
    private final ProtonConnection connection;
    private final Map<ProtonLink<?>, Consumer<BrokerUnavailable>> links = new HashMap<>();
    private volatile boolean lost;

    private Open(Context context, ProtonConnection connection) {
      this.context = context;
      this.connection = connection;
    }

    private void lose(BrokerUnavailable cause) {
      if (lost) {
        return;
      }
      lost = true;
      Map<ProtonLink<?>, Consumer<BrokerUnavailable>> affected = new HashMap<>(links);
      links.clear();
      affected.values().forEach(onLoss -> onLoss.accept(cause));
    }
  }
}
