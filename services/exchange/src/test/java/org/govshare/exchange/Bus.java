package org.govshare.exchange;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.mutiny.amqp.AmqpClient;
import io.vertx.mutiny.amqp.AmqpConnection;
import io.vertx.mutiny.amqp.AmqpMessage;
import io.vertx.mutiny.amqp.AmqpSender;
import io.vertx.mutiny.core.Vertx;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.govshare.platform.reactive.testing.BrokerResource;

/** The other programs' side of the broker. */
final class Bus {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static Bus instance;

  private final AmqpConnection connection;
  private final Map<String, AmqpSender> senders = new ConcurrentHashMap<>();
  private final Map<String, BlockingQueue<String>> received = new ConcurrentHashMap<>();

  private Bus() {
    AmqpClientOptions options =
        new AmqpClientOptions()
            .setHost("127.0.0.1")
            .setPort(Integer.getInteger(BrokerResource.PORT_PROPERTY))
            .setUsername("test")
            .setPassword("test");
    connection = AmqpClient.create(Vertx.vertx(), options).connectAndAwait();
  }

  static synchronized Bus get() {
    if (instance == null) {
      instance = new Bus();
    }
    return instance;
  }

  void send(String address, Object body) {
    sendText(address, write(body));
  }

  void sendText(String address, String text) {
    senders
        .computeIfAbsent(address, connection::createSenderAndAwait)
        .sendWithAckAndAwait(AmqpMessage.create().durable(true).withBody(text).build());
  }

  /** The next message on an address; fails if none comes. */
  String next(String address) {
    try {
      String text = queue(address).poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (text == null) {
        throw new AssertionError("nothing came on " + address);
      }
      return text;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode nextTree(String address) {
    return tree(next(address));
  }

  private BlockingQueue<String> queue(String address) {
    return received.computeIfAbsent(
        address,
        from -> {
          BlockingQueue<String> queue = new LinkedBlockingQueue<>();
          connection.createReceiverAndAwait(from).handler(m -> queue.add(m.bodyAsString()));
          return queue;
        });
  }

  static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> T read(JsonNode tree, Class<T> type) {
    try {
      return JSON.treeToValue(tree, type);
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
