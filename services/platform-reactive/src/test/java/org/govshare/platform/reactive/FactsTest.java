package org.govshare.platform.reactive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.vertx.RunOnVertxContext;
import io.quarkus.test.vertx.UniAsserter;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.govshare.platform.reactive.broker.Broker;
import org.govshare.platform.reactive.broker.Disposition;
import org.govshare.platform.reactive.inbox.FactReceiver;
import org.govshare.platform.reactive.message.Envelope;
import org.govshare.platform.reactive.outbox.Outbox;
import org.govshare.platform.reactive.testing.BrokerResource;
import org.govshare.platform.reactive.testing.PostgresResource;
import org.junit.jupiter.api.Test;

/** Facts on their way from an outbox over a real broker into an inbox. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(BrokerResource.class)
class FactsTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @Inject Outbox outbox;
  @Inject FactReceiver facts;
  @Inject Broker broker;
  @Inject Pool database;
  @Inject ObjectMapper json;

  @Test
  @RunOnVertxContext
  void factsAreSentInOrderAndForgottenWhenAcknowledged(UniAsserter asserter) {
    BlockingQueue<Envelope> received = new LinkedBlockingQueue<>();
    asserter.execute(
        () ->
            facts.receive(
                "fact.tester.first",
                fact -> {
                  received.add(fact);
                  return Uni.createFrom().voidItem();
                }));
    for (int i = 1; i <= 30; i++) {
      int number = i;
      asserter.execute(
          () ->
              Panache.withTransaction(
                  () -> outbox.append("first", "Counted", Map.of("number", number))));
    }
    asserter.execute(
        () ->
            onWorker(
                () -> {
                  for (int i = 1; i <= 30; i++) {
                    Envelope fact = next(received);
                    assertEquals(i, fact.sequence());
                    assertEquals(i, fact.payload().get("number").asInt());
                    assertEquals("Counted", fact.type());
                    assertEquals("tester", fact.producer());
                  }
                  eventually("select count(*) from outbox where consumer = 'first'", 0);
                  eventually(
                      "select acknowledged from outbox_consumer where consumer = 'first'", 30);
                }));
  }

  @Test
  @RunOnVertxContext
  void aFactOfATransactionThatFailsIsNeverTold(UniAsserter asserter) {
    asserter.execute(
        () ->
            Panache.withTransaction(
                    () ->
                        outbox
                            .append("second", "Untrue", Map.of())
                            .chain(() -> Uni.createFrom().failure(new IllegalStateException())))
                .onFailure()
                .recoverWithNull());
    asserter.execute(
        () -> Panache.withTransaction(() -> outbox.append("second", "True", Map.of())));
    asserter.execute(
        () ->
            onWorker(
                () ->
                    eventually(
                        "select count(*) from outbox"
                            + " where consumer = 'second' and type = 'True' and sequence = 1",
                        1)));
  }

  @Test
  @RunOnVertxContext
  void commandsForANodeHaveTheirOwnAddress(UniAsserter asserter) {
    BlockingQueue<String> received = new LinkedBlockingQueue<>();
    broker.receive(
        "command.zz",
        message -> {
          received.add(message.bodyAsString());
          return Uni.createFrom().item(Disposition.ACCEPT);
        });
    asserter.execute(
        () -> Panache.withTransaction(() -> outbox.append("node.zz", "StartRun", Map.of("a", 1))));
    asserter.execute(
        () ->
            onWorker(
                () -> {
                  JsonNode envelope = json.readTree(received.poll(20, TimeUnit.SECONDS));
                  assertEquals("node.zz", envelope.get("consumer").asText());
                  assertEquals(1, envelope.get("payload").get("a").asInt());
                  // Nobody has acknowledged it, so it comes again.
                  assertNotNull(received.poll(20, TimeUnit.SECONDS));
                  acknowledge("tester", "{\"consumer\":\"node.zz\",\"sequence\":1}");
                  eventually("select count(*) from outbox where consumer = 'node.zz'", 0);
                }));
  }

  @Test
  @RunOnVertxContext
  void repetitionsDoNotPileUpOnTheQueueOfAConsumerThatStaysAway(UniAsserter asserter) {
    asserter.execute(
        () -> Panache.withTransaction(() -> outbox.append("node.away", "StartRun", Map.of())));
    asserter.execute(
        () ->
            onWorker(
                () -> {
                  eventually(
                      "select count(*) from outbox"
                          + " where consumer = 'node.away' and attempts >= 9",
                      1);
                  acknowledge("tester", "{\"consumer\":\"node.away\",\"sequence\":1}");
                  eventually("select count(*) from outbox where consumer = 'node.away'", 0);
                  broker.send("command.away", "last").await().atMost(LONG);
                  BlockingQueue<String> left = new LinkedBlockingQueue<>();
                  broker.receive(
                      "command.away",
                      message -> {
                        left.add(message.bodyAsString());
                        return Uni.createFrom().item(Disposition.ACCEPT);
                      });
                  int repetitions = 0;
                  while (!"last".equals(left.poll(20, TimeUnit.SECONDS))) {
                    repetitions++;
                  }
                  assertTrue(repetitions <= 3, repetitions + " of nine are left");
                }));
  }

  @Test
  void factsAreAppliedOnceAndInOrder() throws Exception {
    BlockingQueue<JsonNode> acknowledged = acknowledgements("elsewhere");
    receiveEffects("fact.elsewhere.tester", new AtomicInteger());

    tell("elsewhere", 1, "one");
    assertAcknowledged(acknowledged, 1, false);
    tell("elsewhere", 1, "one");
    assertAcknowledged(acknowledged, 1, false);
    tell("elsewhere", 3, "three");
    assertAcknowledged(acknowledged, 1, true);
    tell("elsewhere", 2, "two");
    assertAcknowledged(acknowledged, 2, false);
    tell("elsewhere", 3, "three");
    assertAcknowledged(acknowledged, 3, false);

    assertEquals(List.of("one", "two", "three"), effects("elsewhere"));
  }

  @Test
  void aFactWhoseHandlerFailsLeavesNothingAndComesAgain() throws Exception {
    BlockingQueue<JsonNode> acknowledged = acknowledgements("shaky");
    receiveEffects("fact.shaky.tester", new AtomicInteger(2));

    tell("shaky", 1, "one");
    assertAcknowledged(acknowledged, 1, false);

    assertEquals(List.of("one"), effects("shaky"));
  }

  @Test
  void whatIsNotAFactIsPutAside() throws Exception {
    BlockingQueue<String> aside = new LinkedBlockingQueue<>();
    broker.receive(
        "DLQ",
        message -> {
          aside.add(message.bodyAsString());
          return Uni.createFrom().item(Disposition.ACCEPT);
        });
    receiveEffects("fact.garbled.tester", new AtomicInteger());

    for (String garbage :
        List.of("{", "null", "[]", "{\"producer\":\"garbled\",\"sequence\":0}", "text")) {
      broker.send("fact.garbled.tester", garbage).await().atMost(LONG);
      assertEquals(garbage, aside.poll(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void aConsumerThatMissedSomethingGetsItAtOnce() throws Exception {
    database
        .query(
            """
            insert into outbox_consumer values ('missing', 2, 0);
            insert into outbox (consumer, sequence, type, payload, occurred_at, sent_at, attempts)
            select 'missing', n, 'Missed', '{}', now(), now() + interval '1 day', 9
            from generate_series(1, 2) n
            """)
        .execute()
        .await()
        .atMost(LONG);
    BlockingQueue<String> received = new LinkedBlockingQueue<>();
    broker.receive(
        "fact.tester.missing",
        message -> {
          received.add(message.bodyAsString());
          return Uni.createFrom().item(Disposition.ACCEPT);
        });

    acknowledge("tester", "{\"consumer\":\"missing\",\"sequence\":1,\"resend\":true}");

    assertEquals(2, json.readTree(received.poll(20, TimeUnit.SECONDS)).get("sequence").asInt());
    acknowledge("tester", "{\"consumer\":\"missing\",\"sequence\":99}");
    eventually("select count(*) from outbox where consumer = 'missing'", 0);
    eventually("select acknowledged from outbox_consumer where consumer = 'missing'", 2);
  }

  /** Applies a fact by a row, failing first as often as asked, after the row was written. */
  private void receiveEffects(String address, AtomicInteger failures) {
    facts.receive(
        address,
        fact ->
            Panache.getSession()
                .chain(
                    session ->
                        session
                            .createNativeQuery("insert into effect (what) values (?1)")
                            .setParameter(
                                1, fact.producer() + ":" + fact.payload().get("what").asText())
                            .executeUpdate())
                .invoke(
                    () -> {
                      if (failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("not yet");
                      }
                    })
                .replaceWithVoid());
  }

  private List<String> effects(String producer) {
    List<String> found = new ArrayList<>();
    database
        .preparedQuery("select what from effect where what like $1 order by id")
        .execute(Tuple.of(producer + ":%"))
        .await()
        .atMost(LONG)
        .forEach(row -> found.add(row.getString(0).substring(producer.length() + 1)));
    return found;
  }

  private void tell(String producer, long sequence, String what) throws Exception {
    Envelope fact =
        new Envelope(
            producer,
            "tester",
            sequence,
            "Told",
            Instant.EPOCH,
            null,
            json.valueToTree(Map.of("what", what)));
    broker.send("fact." + producer + ".tester", json.writeValueAsString(fact)).await().atMost(LONG);
  }

  private BlockingQueue<JsonNode> acknowledgements(String producer) {
    BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    broker.receive(
        "ack." + producer,
        message -> {
          try {
            received.add(json.readTree(message.bodyAsString()));
            return Uni.createFrom().item(Disposition.ACCEPT);
          } catch (IOException e) {
            return Uni.createFrom().failure(e);
          }
        });
    return received;
  }

  private static void assertAcknowledged(
      BlockingQueue<JsonNode> acknowledged, long sequence, boolean resend) throws Exception {
    JsonNode word = acknowledged.poll(20, TimeUnit.SECONDS);
    assertNotNull(word);
    assertEquals("tester", word.get("consumer").asText());
    assertEquals(sequence, word.get("sequence").asLong());
    assertEquals(resend, word.get("resend").asBoolean());
  }

  private void acknowledge(String producer, String word) {
    broker.send("ack." + producer, word).await().atMost(LONG);
  }

  private static Envelope next(BlockingQueue<Envelope> received) throws InterruptedException {
    Envelope fact = received.poll(20, TimeUnit.SECONDS);
    assertNotNull(fact);
    return fact;
  }

  private void eventually(String query, long expected) throws Exception {
    long seen = -1;
    for (int i = 0; i < 150 && seen != expected; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      seen = database.query(query).execute().await().atMost(LONG).iterator().next().getLong(0);
    }
    assertEquals(expected, seen, query);
  }

  private static Uni<Void> onWorker(Check check) {
    return Uni.createFrom()
        .item(
            () -> {
              try {
                check.run();
              } catch (Exception e) {
                throw new AssertionError(e);
              }
              return (Void) null;
            })
        .runSubscriptionOn(Infrastructure.getDefaultExecutor());
  }

  private interface Check {
    void run() throws Exception;
  }
}
