package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.node.fixture.Reconciler;
import org.govshare.protocol.control.DigestComputed;
import org.govshare.protocol.control.Lane;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.reconciliation.Comparison;
import org.govshare.protocol.reconciliation.Difference.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Comparing both ends, while the source is written to and while it is not. */
class ReconciliationTest extends DatabaseTest {
  private static final int ROWS = 2_000;

  private final UUID channel = UUID.randomUUID();
  private Reconciler reconciler;

  @BeforeEach
  void start() throws Exception {
    exchange.startNodes();
    People.insertMany(databases, ROWS);
    People.insertAwkward(databases);
  }

  private UUID run(TransferMode mode) throws Exception {
    return run(mode, List.of());
  }

  private UUID run(TransferMode mode, List<RowCondition> filter) throws Exception {
    UUID run = UUID.randomUUID();
    exchange.start(run, channel, mode, People.COLUMNS, filter);
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    return run;
  }

  private Comparison reconcile(TransferMode mode, UUID run) throws Exception {
    return reconcile(mode, run, (side, stands) -> {});
  }

  private Comparison reconcile(TransferMode mode, UUID run, Reconciler.Interlude interlude)
      throws Exception {
    reconciler = new Reconciler(exchange, mode);
    return reconciler.reconcile(run, List.of(channel), interlude);
  }

  private static void assertFound(
      Comparison found, long missing, long altered, long surplus, long moving) {
    assertEquals(
        List.of(missing, altered, surplus, moving),
        List.of(
            found.count(Kind.MISSING),
            found.count(Kind.ALTERED),
            found.count(Kind.SURPLUS),
            found.moving()));
    assertTrue(found.marked());
    assertFalse(found.partial());
  }

  /** Writes rows 1 to 50 of the source, and rows of its own, until it is closed. */
  private final class Writer implements AutoCloseable {
    private final Semaphore written = new Semaphore(0);
    private final Thread thread;
    private volatile boolean done;
    private volatile Exception failure;

    Writer() {
      thread = Thread.ofVirtual().start(this::work);
    }

    private void work() {
      try (Connection connection = databases.connect("gs");
          Statement statement = connection.createStatement()) {
        for (int i = 1; !done; i++) {
          statement.execute(
              "UPDATE public.person SET name = 'w"
                  + i
                  + "', changed_at = now() WHERE id = "
                  + (1 + i % 50));
          statement.execute(
              "INSERT INTO public.person (id, name, changed_at) VALUES ("
                  + (100_000 + i)
                  + ", 'new', now()); DELETE FROM public.person WHERE id = "
                  + (100_000 + i - 20));
          written.release();
        }
      } catch (Exception e) {
        failure = e;
        written.release(Integer.MAX_VALUE / 2);
      }
    }

    /** Waits until it has written more. */
    void more() throws Exception {
      written.drainPermits();
      written.acquire(3);
      if (failure != null) {
        throw failure;
      }
    }

    @Override
    public void close() throws Exception {
      done = true;
      thread.join();
      if (failure != null) {
        throw failure;
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TransferMode.class)
  void equalTablesAreEqual(TransferMode mode) throws Exception {
    Comparison found = reconcile(mode, run(mode));

    assertFound(found, 0, 0, 0, 0);
    assertEquals(1, found.number());
    assertEquals(ROWS + 18, reconciler.answers().getFirst().rows());
    assertEquals(ROWS + 18, reconciler.answers().getLast().rows());
  }

  @ParameterizedTest
  @EnumSource(TransferMode.class)
  void whatDiffersIsFoundByKindWhileTheSourceIsWritten(TransferMode mode) throws Exception {
    run(mode);
    UUID run;
    Comparison found;
    try (Writer writer = new Writer()) {
      writer.more();
      run = run(mode);
      databases.execute(
          "sw",
          """
          UPDATE public.person SET remark = 'altered' WHERE id IN (1001, 1002);
          DELETE FROM public.person WHERE id IN (1501, -1000, 1502);
          """);
      if (mode != TransferMode.CAPTURE) {
        databases.execute(
            "sw", "INSERT INTO public.person (id, changed_at) VALUES (777777, now())");
      }
      found = reconcile(mode, run, (side, stands) -> writer.more());
    }
    assertEquals(3, found.count(Kind.MISSING));
    assertEquals(2, found.count(Kind.ALTERED));
    // Rows that were there when the run read, and are deleted since, are surplus where deletes are
    // not carried.
    if (mode == TransferMode.CAPTURE) {
      assertEquals(0, found.count(Kind.SURPLUS));
    } else {
      assertTrue(found.count(Kind.SURPLUS) >= 1);
    }
    assertTrue(found.moving() > 0);
    assertFalse(found.partial());
  }

  @ParameterizedTest
  @EnumSource(TransferMode.class)
  void rowsThatAreWrittenSinceTheRunMoveAndAreEqualAfterTheNext(TransferMode mode)
      throws Exception {
    UUID run = run(mode);
    databases.execute(
        "gs", "UPDATE public.person SET name = 'later', changed_at = now() WHERE id < 8");

    // Seven ordinary rows, and all awkward ones.
    assertFound(reconcile(mode, run), 0, 0, 0, 25);

    assertFound(reconcile(mode, run(mode)), 0, 0, 0, 0);
  }

  @Test
  void rowsThatMoveBetweenTheLooksAreNotCalledDifferent() throws Exception {
    UUID run = run(TransferMode.FULL);
    databases.execute("sw", "UPDATE public.person SET remark = 'altered' WHERE id = 9");

    Comparison found =
        reconcile(
            TransferMode.FULL,
            run,
            (side, stands) -> {
              if (side == Side.SOURCE && stands.round() == 1) {
                databases.execute("gs", "UPDATE public.person SET name = 'late' WHERE id = 9");
              }
            });

    assertFound(found, 0, 0, 0, 1);
    assertEquals(Comparison.ROUNDS, found.round());
  }

  @Test
  void whatATransactionWroteThatWasOpenWhenTheRunBeganMoves() throws Exception {
    UUID run;
    try (Connection open = databases.connect("gs");
        Statement statement = open.createStatement()) {
      open.setAutoCommit(false);
      statement.execute("SAVEPOINT s");
      statement.execute("UPDATE public.person SET name = 'open' WHERE id = 5");
      statement.execute("RELEASE SAVEPOINT s");
      run = run(TransferMode.FULL);
      open.commit();
    }

    assertFound(reconcile(TransferMode.FULL, run), 0, 0, 0, 1);
  }

  @Test
  void captureKnowsItsOwnRowsAndThoseThatAreGone() throws Exception {
    UUID run = run(TransferMode.CAPTURE);
    databases.execute("sw", "INSERT INTO public.person (id, changed_at) VALUES (777777, now())");
    assertFound(reconcile(TransferMode.CAPTURE, run), 0, 0, 0, 0);

    databases.execute("gs", "DELETE FROM public.person WHERE id = 3");
    assertFound(reconcile(TransferMode.CAPTURE, run), 0, 0, 0, 1);

    run = run(TransferMode.CAPTURE);
    assertFound(reconcile(TransferMode.CAPTURE, run), 0, 0, 0, 0);

    databases.execute("gs", "ALTER TABLE public.person DISABLE TRIGGER ALL");
    databases.execute("gs", "DELETE FROM public.person WHERE id = 4");
    assertFound(reconcile(TransferMode.CAPTURE, run), 0, 0, 1, 0);
  }

  @Test
  void captureAfterTruncateMoves() throws Exception {
    UUID run = run(TransferMode.CAPTURE);
    databases.execute("gs", "TRUNCATE public.person");

    assertFound(reconcile(TransferMode.CAPTURE, run), 0, 0, 0, ROWS + 18);
  }

  @Test
  void onlyRowsThatPassTheFilterAreCompared() throws Exception {
    List<RowCondition> filter =
        List.of(new RowCondition("active", RowOperator.EQUALS, List.of("true")));
    UUID run = run(TransferMode.FULL, filter);
    databases.execute("sw", "UPDATE public.person SET remark = 'altered' WHERE id = 2");

    reconciler = new Reconciler(exchange, TransferMode.FULL).filter(filter);
    assertFound(reconciler.reconcile(run, List.of(channel), (side, stands) -> {}), 0, 1, 0, 0);
  }

  @Test
  void lanesAreComparedAsOneTable() throws Exception {
    UUID run = UUID.randomUUID();
    List<UUID> channels = IntStream.range(0, 2).mapToObj(i -> UUID.randomUUID()).toList();
    for (int number = 1; number <= 2; number++) {
      exchange.start(
          run,
          "sw",
          TransferMode.FULL,
          People.COLUMNS,
          new Lane(number, 2, channels, List.of()),
          0);
    }
    for (UUID lane : channels) {
      exchange.awaitState(run, lane, Side.TARGET, "COMPLETED");
      exchange.awaitState(run, lane, Side.SOURCE, "COMPLETED");
    }
    databases.execute("sw", "DELETE FROM public.person WHERE id IN (1, 2000)");

    reconciler = new Reconciler(exchange, TransferMode.FULL);
    assertFound(reconciler.reconcile(run, channels, (side, stands) -> {}), 2, 0, 0, 0);
  }

  @Test
  void withoutAMarkNothingIsCalledDifferent() throws Exception {
    run(TransferMode.FULL);
    databases.execute("sw", "DELETE FROM public.person WHERE id = 1");

    Comparison found = reconcile(TransferMode.FULL, UUID.randomUUID());

    assertFalse(found.marked());
    assertEquals(List.of(), found.differences());
    assertEquals(1, found.moving());
  }

  @Test
  void aTargetThatLostManyRowsIsLookedAtInPart() throws Exception {
    databases.execute(
        "gs",
        "INSERT INTO public.person (id, name, changed_at)"
            + " SELECT n, 'many', now() FROM generate_series(10000, 49999) AS n");
    UUID run = run(TransferMode.FULL);
    databases.execute("sw", "TRUNCATE public.person");

    Comparison found = reconcile(TransferMode.FULL, run);

    assertTrue(found.partial());
    assertTrue(found.count(Kind.MISSING) > 500, "found " + found.count(Kind.MISSING));
    assertEquals(found.differences().size(), found.count(Kind.MISSING));
    for (DigestComputed answer : reconciler.answers()) {
      assertTrue(answer.looked().groups().size() <= 4096);
      assertTrue(answer.looked().rows().size() <= 4096);
    }
  }

  @Test
  void rowsThatDifferAreSentAgainByTheHashesOfTheirKeys() throws Exception {
    UUID run = run(TransferMode.FULL);
    databases.execute(
        "sw",
        "UPDATE public.person SET remark = 'altered' WHERE id IN (7, 8);"
            + " DELETE FROM public.person WHERE id = -3");
    Comparison found = reconcile(TransferMode.FULL, run);
    assertFound(found, 1, 2, 0, 0);
    List<String> named = new ArrayList<>();
    named.add(reconciler.salt());
    named.add(PublicKeys.base64(exchange.keys("sw").agreementKey()));
    found.differences().forEach(it -> named.add(it.key()));

    UUID again = run(TransferMode.FULL, List.of(new RowCondition("id", RowOperator.KEYED, named)));

    assertEquals(3, exchange.awaitState(again, Side.SOURCE, "COMPLETED").get("rows").asLong());
    assertFound(reconcile(TransferMode.FULL, run), 0, 0, 0, 0);
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  @Test
  void theCentreLearnsNeitherKeysNorWhatItCouldGuessThemBy() throws Exception {
    UUID run = run(TransferMode.FULL);
    databases.execute("sw", "UPDATE public.person SET remark = 'altered' WHERE id = 1234");
    Comparison found = reconcile(TransferMode.FULL, run);

    assertEquals(1, found.differences().size());
    String key = found.differences().getFirst().key();
    assertEquals(32, key.length());
    // What could be tried with the salt alone, which the centre has.
    String salt =
        java.util.HexFormat.of().formatHex(java.util.Base64.getDecoder().decode(reconciler.salt()));
    for (String text : List.of("(1234)", "1234")) {
      assertFalse(
          databases
              .value(
                  "gs",
                  "SELECT encode(sha256(decode('"
                      + salt
                      + "', 'hex') || convert_to('"
                      + text
                      + "', 'UTF8')), 'hex')")
              .startsWith(key));
    }
  }
}
