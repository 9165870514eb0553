package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.node.fixture.RandomHistory;
import org.govshare.protocol.control.CaptureOrder;
import org.govshare.protocol.control.Lane;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.receipt.Receipt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories of a table against a reference map, with breaks anywhere: inserts, updates,
 * deletes, key changes, transactions that stay open over runs, equal timestamps, truncations.
 * {@code -Dgovshare.history.seeds=7,8} runs others than the usual seeds.
 */
class HistoryTest extends DatabaseTest {
  private static final int RUNS = 8;
  private static final List<RowCondition> ACTIVE =
      List.of(new RowCondition("active", RowOperator.EQUALS, List.of("true")));

  private final List<Route> routes = new ArrayList<>();
  private final List<String> nodes = new ArrayList<>(List.of("gs", "sw"));
  private TransferMode mode;
  private List<RowCondition> filter = List.of();
  private Random random;

  private record Route(String target, Lane lane) {
    private UUID channel() {
      return lane.channels().get(lane.number() - 1);
    }
  }

  static LongStream seeds() {
    String seeds = System.getProperty("govshare.history.seeds", "1,2");
    return Arrays.stream(seeds.split(",")).mapToLong(Long::parseLong);
  }

  private void begin(TransferMode with, long seed) throws Exception {
    begin(with, seed, 1);
  }

  private void begin(TransferMode with, long seed, int lanes) throws Exception {
    mode = with;
    random = new Random(seed);
    exchange.startNodes();
    bring("sw", lanes);
  }

  private void bring(String target, int lanes) throws Exception {
    List<UUID> channels = Stream.generate(UUID::randomUUID).limit(lanes).toList();
    for (int number = 1; number <= lanes; number++) {
      routes.add(new Route(target, new Lane(number, lanes, channels, List.of())));
    }
    databases.execute(
        target,
        """
        CREATE TABLE public.seen (n bigserial, id bigint, number numeric);
        CREATE FUNCTION public.see() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN INSERT INTO public.seen (id, number) VALUES (NEW.id, NEW.number); RETURN NULL; END';
        CREATE TRIGGER see AFTER INSERT OR UPDATE ON public.person
          FOR EACH ROW EXECUTE FUNCTION public.see();
        """);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void captureMakesTheTargetWhatTheSourceWas(long seed) throws Exception {
    begin(TransferMode.CAPTURE, seed);
    capture(seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void captureByLanesMakesTheTargetWhatTheSourceWas(long seed) throws Exception {
    begin(TransferMode.CAPTURE, seed, 2 + (int) (seed % 2));
    capture(seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void captureMakesTwoTargetsWhatTheSourceWas(long seed) throws Exception {
    begin(TransferMode.CAPTURE, seed);
    exchange.addTarget("rs");
    People.createTable(databases, "rs");
    exchange.startNode("rs");
    nodes.add("rs");
    bring("rs", 2);
    capture(seed);
  }

  private void capture(long seed) throws Exception {
    exchange.capture(CaptureOrder.of(routes.stream().map(Route::channel).toList()));
    filter = seed % 2 == 0 ? ACTIVE : List.of();
    Predicate<RandomHistory.Row> wanted =
        filter.isEmpty() ? row -> true : RandomHistory.Row::active;
    try (RandomHistory history = new RandomHistory(databases, random, true)) {
      // Triggers are not installed while transactions that have written the table are open.
      run(history, true);
      for (int i = 0; i < RUNS; i++) {
        writes(history);
        boolean quiet = random.nextBoolean();
        run(history, quiet);
        if (quiet) {
          // Whatever is still open is not seen by anybody.
          assertArrived(history.committed(wanted));
        }
      }
      history.settle();
      run(history, true);
      assertArrived(history.committed(wanted));
    }
    assertEquals("0", databases.value("gs", "SELECT count(*) FROM govshare_capture.change_1"));
    everythingIsProvedAndInOrder();
  }

  private void assertArrived(String expected) throws Exception {
    for (Route route : routes) {
      assertEquals(expected, RandomHistory.state(databases, route.target()), route.target());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void incrementsMissNothingThatWasWritten(long seed) throws Exception {
    begin(TransferMode.INCREMENT, seed);
    try (RandomHistory history = new RandomHistory(databases, random, false)) {
      for (int i = 0; i < RUNS; i++) {
        writes(history);
        run(history, random.nextBoolean());
      }
      history.settle();
      run(history, true);
      assertEquals(history.committed(row -> true), RandomHistory.state(databases, "sw"));
    }
    everythingIsProvedAndInOrder();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aFullCopyBringsEveryRowThatIsThereAndNoneThatNeverWas(long seed) throws Exception {
    begin(TransferMode.FULL, seed);
    Set<String> ever = new HashSet<>();
    try (RandomHistory history = new RandomHistory(databases, random, true)) {
      for (int i = 0; i < RUNS; i++) {
        ever.addAll(writes(history));
        ever.addAll(run(history, random.nextBoolean()));
      }
      history.settle();
      ever.addAll(rows(history.committed(row -> true)));
      run(history, true);
      Set<String> arrived = rows(RandomHistory.state(databases, "sw"));
      Set<String> missing = rows(history.committed(row -> true));
      missing.removeAll(arrived);
      assertEquals(Set.of(), missing);
      arrived.removeAll(ever);
      assertEquals(Set.of(), arrived);
    }
    everythingIsProvedAndInOrder();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aReplacementMakesTheTargetWhatTheSourceWas(long seed) throws Exception {
    begin(TransferMode.FULL, seed, 1 + (int) (seed % 3));
    exchange.replacing("id");
    replace();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aReplacementWithoutKeyMakesTheTargetWhatTheSourceWas(long seed) throws Exception {
    begin(TransferMode.FULL, seed);
    exchange.replacing();
    replace();
  }

  private void replace() throws Exception {
    Set<String> ever = new HashSet<>();
    try (RandomHistory history = new RandomHistory(databases, random, true)) {
      for (int i = 0; i < RUNS; i++) {
        ever.addAll(writes(history));
        boolean quiet = random.nextBoolean();
        ever.addAll(run(history, quiet));
        if (quiet) {
          assertArrived(history.committed(row -> true));
        }
        Set<String> arrived = rows(RandomHistory.state(databases, "sw"));
        arrived.removeAll(ever);
        assertEquals(Set.of(), arrived);
      }
      history.settle();
      run(history, true);
      assertArrived(history.committed(row -> true));
    }
    assertEquals("0", databases.value("sw", "SELECT count(*) FROM govshare.shadow"));
    everythingIsProvedAndInOrder();
  }

  private Set<String> writes(RandomHistory history) throws Exception {
    Set<String> seen = new HashSet<>();
    int steps = 3 + random.nextInt(10);
    for (int i = 0; i < steps; i++) {
      history.step();
      seen.addAll(rows(history.committed(row -> true)));
    }
    return seen;
  }

  private static Set<String> rows(String state) {
    return new HashSet<>(state.isEmpty() ? List.of() : List.of(state.split(",")));
  }

  /** A run with breaks, and unless it is to be quiet with writes, while it is under way. */
  private Set<String> run(RandomHistory history, boolean quiet) throws Exception {
    Set<String> seen = new HashSet<>();
    UUID run = UUID.randomUUID();
    for (Route route : routes) {
      exchange.start(run, route.target(), mode, People.COLUMNS, route.lane(), 0, filter);
    }
    int events = random.nextInt(4);
    for (int i = 0; i < events; i++) {
      Thread.sleep(random.nextInt(120));
      if (!quiet) {
        seen.addAll(writes(history));
      }
      breakSomething();
    }
    for (Route route : routes) {
      exchange.awaitState(run, route.channel(), Side.SOURCE, "COMPLETED");
      exchange.awaitState(run, route.channel(), Side.TARGET, "COMPLETED");
    }
    return seen;
  }

  private void breakSomething() throws Exception {
    String node = nodes.get(random.nextInt(nodes.size()));
    switch (random.nextInt(7)) {
      case 0, 1 -> exchange.node(node).broker().cut();
      case 2, 3, 4 -> databases.breakAgents(node);
      case 5 -> {
        exchange.stopNode(node);
        exchange.startNode(node);
      }
      default -> {
        exchange.broker().stop();
        exchange.broker().start();
        exchange.centre().listen();
      }
    }
  }

  private void everythingIsProvedAndInOrder() throws Exception {
    for (String target : nodes.subList(1, nodes.size())) {
      long frames = 0;
      for (Route route : routes) {
        if (route.target().equals(target)) {
          frames += proved(route.channel());
        }
      }
      assertEquals(
          Long.toString(frames), databases.value(target, "SELECT count(*) FROM govshare.inbox"));
      assertEquals(
          "0",
          databases.value(
              target,
              "SELECT count(*) FROM (SELECT number < lag(number) OVER (PARTITION BY id ORDER BY n)"
                  + " AS back FROM public.seen) s WHERE back"));
    }
  }

  /** Number of the frames of a channel, whose receipts follow one another. */
  private long proved(UUID channel) {
    Receipt before = null;
    for (Receipt receipt : exchange.centre().receipts(channel)) {
      assertNull(receipt.breakAfter(before));
      before = receipt;
    }
    return before.sequence();
  }
}
