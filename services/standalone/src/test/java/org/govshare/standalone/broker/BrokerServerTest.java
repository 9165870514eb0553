package org.govshare.standalone.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpReceiver;
import io.vertx.amqp.AmqpReceiverOptions;
import io.vertx.amqp.AmqpSender;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.standalone.process.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerServerTest {

  private static final List<String> NODES = List.of("gs", "mz", "sw");

  @TempDir static Path directory;
  private static BrokerServer broker;

  @BeforeAll
  static void start() {
    broker =
        new BrokerServer(
            new BrokerSettings(
                Ports.anyFree(),
                directory.resolve("journal").toString(),
                NODES,
                BrokerSettings.accounts(NODES).stream()
                    .collect(Collectors.toMap(Function.identity(), account -> "of " + account))),
            directory.resolve("broker.log"),
            directory.resolve("broker.pid"));
    broker.start();
  }

  @AfterAll
  static void stop() {
    broker.stop();
  }

  @Test
  void refusesAWrongPassword() {
    assertThrows(ExecutionException.class, () -> connect("catalog", "guessed"));
  }

  @Test
  void letsOnlyTheTwoNodesOfAChannelUseItsQueue() throws Exception {
    String queue = "frame.gs.sw.first";
    sender("exchange", queue);

    send("node.gs", queue, "one");

    assertEquals("one", receive("node.sw", queue));
    assertThrows(ExecutionException.class, () -> send("node.mz", queue, "intruder"));
    assertThrows(ExecutionException.class, () -> send("node.sw", queue, "wrong way"));
    assertThrows(ExecutionException.class, () -> receiver("node.mz", queue));
    assertThrows(ExecutionException.class, () -> receiver("exchange", queue));
  }

  @Test
  void letsNoNodeCreateAQueue() {
    assertThrows(ExecutionException.class, () -> sender("node.gs", "frame.gs.sw.second"));
    assertThrows(ExecutionException.class, () -> receiver("node.sw", "frame.gs.sw.second"));
    assertThrows(ExecutionException.class, () -> sender("exchange", "anything.else"));
  }

  @Test
  void letsOnlyTheOwnerConsumeAFixedQueue() throws Exception {
    send("exchange", "command.gs", "start");

    assertThrows(ExecutionException.class, () -> receiver("node.mz", "command.gs"));
    assertThrows(ExecutionException.class, () -> sender("node.mz", "command.gs"));
    assertEquals("start", receive("node.gs", "command.gs"));
  }

  @Test
  void keepsAcceptedMessagesThroughAHardKill() throws Exception {
    String large = "x".repeat(300_000);
    send("catalog", "fact.catalog.exchange", large);

    broker.kill();
    broker.start();

    assertEquals(large, receive("exchange", "fact.catalog.exchange"));
  }

  private static void send(String account, String address, String body) throws Exception {
    AmqpSender sender = sender(account, address);
    await(sender.sendWithAck(AmqpMessage.create().withBody(body).durable(true).build()));
    await(sender.connection().close());
  }

  private static String receive(String account, String address) throws Exception {
    AmqpReceiver receiver = receiver(account, address);
    BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    receiver.handler(message -> bodies.add(message.bodyAsString()));
    String body = bodies.poll(20, TimeUnit.SECONDS);
    await(receiver.connection().close());
    return body;
  }

  private static AmqpSender sender(String account, String address) throws Exception {
    return await(connect(account, "of " + account).createSender(address));
  }

  private static AmqpReceiver receiver(String account, String address) throws Exception {
    return await(
        connect(account, "of " + account)
            .createReceiver(address, new AmqpReceiverOptions().setMaxBufferedMessages(10)));
  }

  private static AmqpConnection connect(String account, String password) throws Exception {
    return await(
        AmqpClient.create(
                new AmqpClientOptions()
                    .setHost("127.0.0.1")
                    .setPort(broker.port())
                    .setUsername(account)
                    .setPassword(password))
            .connect());
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
