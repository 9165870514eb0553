package org.govshare.node.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.govshare.node.broker.BrokerConnection;
import org.govshare.node.broker.BrokerUnavailable;
import org.govshare.node.broker.Delivery;
import org.govshare.node.broker.ReceivingLink;
import org.govshare.node.run.Backoff;
import org.govshare.node.run.BreakLog;
import org.govshare.node.run.EngineSettings;
import org.govshare.node.run.FailPoint;
import org.govshare.node.state.Json;
import org.govshare.node.state.NodeState;
import org.govshare.protocol.address.Addresses;
import org.govshare.protocol.control.Acknowledgement;
import org.jboss.logging.Logger;

/**
 * Receives the centre's commands in order. A command is carried out, remembered on disk,
 * acknowledged to the centre, and only then settled; one that was carried out before is
 * acknowledged again. A command after a gap is left for the centre to send again in order.
 */
public final class CommandReceiver implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(CommandReceiver.class);
  private static final int CREDIT = 10;

  private final String node;
  private final BrokerConnection broker;
  private final NodeState disk;
  private final EngineSettings settings;
  private final Handler handler;
  private final Thread thread;
  private volatile boolean closed;

  /** Carries out a command; what it must not forget is on disk when it returns. */
  public interface Handler {
    /**
     * Carries out one command.
     *
     * @throws IOException when the disk fails; the command will come again
     */
    void command(String type, JsonNode payload) throws IOException;
  }

  /** A receiver for one node. */
  public CommandReceiver(
      String node,
      BrokerConnection broker,
      NodeState disk,
      EngineSettings settings,
      Handler handler) {
    this.node = node;
    this.broker = broker;
    this.disk = disk;
    this.settings = settings;
    this.handler = handler;
    this.thread = Thread.ofVirtual().name("commands-" + node).unstarted(this::work);
  }

  /** Starts its thread. */
  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    BreakLog breaks = new BreakLog(LOG, "node=" + node + " commands");
    Backoff backoff = new Backoff(settings.retryMinimum(), settings.retryMaximum());
    while (!closed) {
      try {
        receive(backoff);
      } catch (InterruptedException e) {
        // Closed: the loop's condition tells.
      } catch (Exception e) {
        if (!closed) {
          breaks.broken(e);
        }
        try {
          backoff.pause();
        } catch (InterruptedException interrupted) {
          // Closed: the loop's condition tells.
        }
      }
    }
  }

  private void receive(Backoff backoff)
      throws BrokerUnavailable, InterruptedException, IOException {
    LinkedBlockingQueue<Object> inbound = new LinkedBlockingQueue<>();
    try (ReceivingLink link = broker.receive(Addresses.command(node), inbound::add, inbound::add)) {
      link.credit(CREDIT);
      backoff.reset();
      while (!closed) {
        Object event = inbound.poll(1, TimeUnit.MINUTES);
        switch (event) {
          case null -> {}
          case Delivery delivery -> {
            handle(delivery);
            link.credit(1);
          }
          case BrokerUnavailable lost -> throw lost;
          default -> throw new IllegalStateException(event.toString());
        }
      }
    }
  }

  private void handle(Delivery delivery)
      throws BrokerUnavailable, InterruptedException, IOException {
    JsonNode envelope;
    long sequence;
    String type;
    try {
      envelope = Json.tree(delivery.body());
      sequence = envelope.required("sequence").longValue();
      type = envelope.required("type").textValue();
      envelope.required("payload");
    } catch (IOException | IllegalArgumentException e) {
      LOG.errorf("node=%s refused a command that is no envelope: %s", node, e.getMessage());
      delivery.reject("no envelope");
      return;
    }
    long last = disk.lastCommand();
    if (last > 0 && sequence > last + 1) {
      LOG.warnf("node=%s command %d came after %d; it has to come again", node, sequence, last);
      delivery.accept();
      return;
    }
    if (sequence > last) {
      LOG.infof("node=%s command=%s sequence=%d", node, type, sequence);
      FailPoint.COMMAND_BEFORE_SAVE.pass();
      handler.command(type, envelope.get("payload"));
      FailPoint.COMMAND_AFTER_SAVE.pass();
      disk.lastCommand(sequence);
      FailPoint.COMMAND_AFTER_REMEMBERED.pass();
    }
    broker.sendJson(
        Addresses.acknowledgement("exchange"),
        Json.write(new Acknowledgement("node." + node, Math.max(sequence, last))));
    FailPoint.COMMAND_AFTER_ACKNOWLEDGED.pass();
    delivery.accept();
  }
}
