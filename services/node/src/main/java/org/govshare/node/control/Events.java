package org.govshare.node.control;

import java.nio.charset.StandardCharsets;
import org.govshare.node.broker.BrokerConnection;
import org.govshare.node.broker.BrokerUnavailable;
import org.govshare.node.state.Json;
import org.govshare.protocol.address.Addresses;
import org.govshare.protocol.control.NodeEvent;
import org.govshare.protocol.control.SignedEvent;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Keyring;

/** Signs what a logical node tells the centre, and sends it. */
public final class Events {
  private final String node;
  private final Keyring keys;
  private final BrokerConnection broker;

  /** Events of one node. */
  public Events(String node, Keyring keys, BrokerConnection broker) {
    this.node = node;
    this.keys = keys;
    this.broker = broker;
  }

  /** Sends a signed event; returns when the broker keeps it. */
  public void publish(NodeEvent event) throws BrokerUnavailable, InterruptedException {
    byte[] json = Json.write(event).getBytes(StandardCharsets.UTF_8);
    broker.sendJson(
        Addresses.EVENT_EXCHANGE,
        Json.write(SignedEvent.sign(node, keys.of(CryptoSuite.INTL), json)));
  }

  /** Sends telemetry; returns when the broker keeps it. */
  public void telemetry(Object body) throws BrokerUnavailable, InterruptedException {
    broker.sendJson(Addresses.TELEMETRY_MONITORING, Json.write(body));
  }
}
