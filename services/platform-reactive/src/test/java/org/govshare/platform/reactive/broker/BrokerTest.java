package org.govshare.platform.reactive.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.govshare.platform.reactive.testing.BrokerResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connection to a broker that comes and goes. */
class BrokerTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final BrokerResource server = new BrokerResource();
  private final Vertx vertx = Vertx.vertx();
  private Broker broker;

  @BeforeEach
  void start() {
    int port = Integer.parseInt(server.start().get("amqp.port"));
    broker = new Broker(vertx, new Config(port));
  }

  @AfterEach
  void stop() {
    broker.stop(null);
    vertx.closeAndAwait();
    server.stop();
  }

  @Test
  void messagesArriveInOrder() throws InterruptedException {
    BlockingQueue<String> received = receive("orderly");
    for (int i = 0; i < 50; i++) {
      broker.send("orderly", "{\"n\":" + i + "}").await().atMost(LONG);
    }
    for (int i = 0; i < 50; i++) {
      assertEquals("{\"n\":" + i + "}", received.poll(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void theNextMessageWaitsUntilTheLastIsHandled() throws InterruptedException {
    AtomicInteger handling = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    BlockingQueue<String> done = new LinkedBlockingQueue<>();
    broker.receive(
        "single",
        message -> {
          most.accumulateAndGet(handling.incrementAndGet(), Math::max);
          return Uni.createFrom()
              .item(Disposition.ACCEPT)
              .onItem()
              .delayIt()
              .by(Duration.ofMillis(20))
              .invoke(
                  () -> {
                    handling.decrementAndGet();
                    done.add(message.bodyAsString());
                  });
        });
    for (int i = 0; i < 10; i++) {
      broker.send("single", String.valueOf(i)).await().atMost(LONG);
    }
    for (int i = 0; i < 10; i++) {
      assertEquals(String.valueOf(i), done.poll(20, TimeUnit.SECONDS));
    }
    assertEquals(1, most.get());
  }

  @Test
  void whatFailsComesAgainAndWhatIsRejectedIsPutAside() throws InterruptedException {
    BlockingQueue<String> aside = receive("DLQ");
    AtomicInteger attempts = new AtomicInteger();
    BlockingQueue<String> done = new LinkedBlockingQueue<>();
    broker.receive(
        "rough",
        message -> {
          if (message.bodyAsString().equals("poison")) {
            return Uni.createFrom().item(Disposition.REJECT);
          }
          if (attempts.incrementAndGet() < 3) {
            throw new IllegalStateException("not yet");
          }
          done.add(message.bodyAsString());
          return Uni.createFrom().item(Disposition.ACCEPT);
        });
    broker.send("rough", "poison").await().atMost(LONG);
    broker.send("rough", "stubborn").await().atMost(LONG);

    assertEquals("poison", aside.poll(20, TimeUnit.SECONDS));
    assertEquals("stubborn", done.poll(20, TimeUnit.SECONDS));
    assertEquals(3, attempts.get());
  }

  @Test
  void afterTheBrokerWasAwayEverythingGoesOn() throws InterruptedException {
    BlockingQueue<String> received = receive("resilient");
    broker.send("resilient", "before").await().atMost(LONG);
    assertEquals("before", received.poll(20, TimeUnit.SECONDS));

    server.stop();
    assertThrows(
        RuntimeException.class, () -> broker.send("resilient", "lost").await().atMost(LONG));
    server.startAgain();

    sendUntilTaken("resilient", "after");
    assertEquals("after", received.poll(20, TimeUnit.SECONDS));
  }

  private void sendUntilTaken(String address, String body) throws InterruptedException {
    RuntimeException last = null;
    for (int i = 0; i < 100; i++) {
      try {
        broker.send(address, body).await().atMost(LONG);
        return;
      } catch (RuntimeException failure) {
        last = failure;
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    assertNotNull(last);
    throw last;
  }

  private BlockingQueue<String> receive(String address) {
    BlockingQueue<String> received = new LinkedBlockingQueue<>();
    broker.receive(
        address,
        message -> {
          received.add(message.bodyAsString());
          return Uni.createFrom().item(Disposition.ACCEPT);
        });
    return received;
  }

  private record Config(int port) implements BrokerConfig {

    @Override
    public String host() {
      return "127.0.0.1";
    }

    @Override
    public Optional<String> username() {
      return Optional.of("test");
    }

    @Override
    public Optional<String> password() {
      return Optional.of("test");
    }

    @Override
    public boolean useSsl() {
      return false;
    }

    @Override
    public Duration retryInterval() {
      return Duration.ofMillis(100);
    }

    @Override
    public Duration sendTimeout() {
      return Duration.ofSeconds(3);
    }
  }
}
