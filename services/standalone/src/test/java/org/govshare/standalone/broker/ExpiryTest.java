package org.govshare.standalone.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpSender;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.govshare.standalone.process.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of messages whose time is over, by the settings of the platform's broker. */
class ExpiryTest {

  private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
  private final int port = Ports.anyFree();

  @BeforeEach
  void start() throws Exception {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setPersistenceEnabled(false);
    configuration.setSecurityEnabled(false);
    configuration.setMessageExpiryScanPeriod(20);
    configuration.addAcceptorConfiguration("amqp", "tcp://127.0.0.1:" + port + "?protocols=AMQP");
    configuration.setJMXManagementEnabled(false);
    BrokerMain.addressSettings(configuration);
    for (String queue :
        List.of("command.gs", "fact.catalog.exchange", "event.exchange", BrokerMain.EXPIRED)) {
      configuration.addQueueConfiguration(
          QueueConfiguration.of(queue).setAddress(queue).setRoutingType(RoutingType.ANYCAST));
    }
    broker.setConfiguration(configuration);
    broker.start();
  }

  @AfterEach
  void stop() throws Exception {
    broker.stop();
  }

  private Queue queue(String name) {
    return broker.getActiveMQServer().locateQueue(name);
  }

  private void sendAndExpire(String address) throws Exception {
    AmqpClientOptions options = new AmqpClientOptions().setHost("127.0.0.1").setPort(port);
    AmqpClient client = AmqpClient.create(options);
    try {
      AmqpSender sender = await(client.connect().compose(made -> made.createSender(address)));
      await(
          sender.sendWithAck(
              AmqpMessage.create().durable(true).ttl(1).withBody("out of date").build()));
    } finally {
      await(client.close());
    }
    Instant end = Instant.now().plusSeconds(30);
    while (queue(address).getMessagesExpired() == 0 && Instant.now().isBefore(end)) {
      Thread.sleep(20);
    }
    assertEquals(1, queue(address).getMessagesExpired());
    assertEquals(0, queue(address).getMessageCount());
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @Test
  void commandsAndFactsAreThrownAway() throws Exception {
    sendAndExpire("command.gs");
    sendAndExpire("fact.catalog.exchange");

    assertEquals(0, queue(BrokerMain.EXPIRED).getMessageCount());
  }

  @Test
  void whatWasNotToExpireIsPutAside() throws Exception {
    sendAndExpire("event.exchange");

    assertEquals(1, queue(BrokerMain.EXPIRED).getMessageCount());
  }
}
