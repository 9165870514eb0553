package org.govshare.platform.reactive.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * Starts an AMQP broker on a free port and points the service at it. Addresses become queues with
 * one consumer per message when they are first used; there are no passwords.
 */
public class BrokerResource implements QuarkusTestResourceLifecycleManager {

  /** System property with the port of the broker that runs. */
  public static final String PORT_PROPERTY = "govshare.test.broker.port";

  private EmbeddedActiveMQ server;
  private int port;

  @Override
  public Map<String, String> start() {
    port = freePort();
    startAgain();
    System.setProperty(PORT_PROPERTY, String.valueOf(port));
    return Map.of(
        "amqp.host", "127.0.0.1",
        "amqp.port", String.valueOf(port),
        "amqp-host", "127.0.0.1",
        "amqp-port", String.valueOf(port),
        "amqp-username", "test",
        "amqp-password", "test",
        "amqp.username", "test",
        "amqp.password", "test");
  }

  /** Starts the broker on the port it had before; what it held is lost. */
  public void startAgain() {
    AddressSettings settings =
        new AddressSettings()
            .setDefaultAddressRoutingType(RoutingType.ANYCAST)
            .setDefaultQueueRoutingType(RoutingType.ANYCAST)
            .setAutoCreateAddresses(true)
            .setAutoCreateQueues(true)
            .setAutoDeleteQueues(false)
            .setAutoDeleteAddresses(false)
            .setDeadLetterAddress(SimpleString.of("DLQ"))
            .setMaxDeliveryAttempts(10);
    try {
      Configuration configuration =
          new ConfigurationImpl()
              .setPersistenceEnabled(false)
              .setSecurityEnabled(false)
              .setJMXManagementEnabled(false)
              .addAddressSetting("#", settings)
              .addQueueConfiguration(
                  QueueConfiguration.of("DLQ").setRoutingType(RoutingType.ANYCAST))
              .addAcceptorConfiguration("amqp", "tcp://127.0.0.1:" + port + "?protocols=AMQP");
      server = new EmbeddedActiveMQ().setConfiguration(configuration);
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("The broker did not start", e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("No free port", e);
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      try {
        server.stop();
      } catch (Exception e) {
        throw new IllegalStateException("The broker did not stop", e);
      }
    }
  }
}
