package org.govshare.catalog.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.govshare.catalog.CatalogTest;
import org.govshare.catalog.identifier.scheme.SegmentValues;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.Problem;
import org.junit.jupiter.api.Test;

/** Numbers under a prefix: no gap, no duplicate, whatever is kept, reserved or undone meanwhile. */
@QuarkusTest
class IdentifierAllocationTest extends CatalogTest {

  private static final SegmentValues MZ = new SegmentValues("010203", "0002", null);
  private static final String MZ_PREFIX = "0102031300000002";

  private static final Duration LONG = Duration.ofSeconds(20);

  @Inject IdentifierAllocator allocator;
  @Inject Pool database;

  private static <T> T inTransaction(Supplier<Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(work));
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static String code(Supplier<Uni<String>> work) {
    try {
      inTransaction(work);
      return "none";
    } catch (Problem problem) {
      return problem.code();
    }
  }

  private void execute(String statement) {
    database.query(statement).execute().await().atMost(LONG);
  }

  private String keep(String identifier) {
    return inTransaction(() -> allocator.keep(UUID.randomUUID(), "mz", identifier));
  }

  private String next(SegmentValues values) {
    return inTransaction(() -> allocator.identifierOf(UUID.randomUUID(), values));
  }

  @Test
  void sixtyFourWritersSomeOfThemUndoneLeaveNoGap() throws Exception {
    String prefix = MZ_PREFIX;
    Set<String> given = Collections.synchronizedSet(new LinkedHashSet<>());
    List<String> duplicates = Collections.synchronizedList(new ArrayList<>());
    long seed = 64;
    Random random = new Random(seed);
    List<List<Boolean>> plans =
        IntStream.range(0, 64)
            .mapToObj(writer -> Stream.generate(() -> random.nextInt(3) == 0).limit(5).toList())
            .toList();
    try (ExecutorService writers = Executors.newFixedThreadPool(64)) {
      List<Future<?>> running = new ArrayList<>();
      for (List<Boolean> plan : plans) {
        running.add(
            writers.submit(
                () -> {
                  for (boolean undone : plan) {
                    write(undone, given, duplicates);
                  }
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    long kept = plans.stream().flatMap(List::stream).filter(undone -> !undone).count();
    assertThat(kept).as("seed %s", seed).isBetween(150L, 260L);
    assertThat(duplicates).isEmpty();
    assertThat(given)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, (int) kept)
                .mapToObj(i -> "%s/%05d".formatted(prefix, i))
                .toList());
  }

  private void write(boolean undone, Set<String> given, List<String> duplicates) {
    if (undone) {
      assertThatThrownBy(
              () ->
                  inTransaction(
                      () ->
                          allocator
                              .identifierOf(UUID.randomUUID(), MZ)
                              .invoke(
                                  () -> {
                                    throw new Conflict("undone");
                                  })))
          .isInstanceOf(Conflict.class);
      return;
    }
    String identifier = next(MZ);
    if (!given.add(identifier)) {
      duplicates.add(identifier);
    }
  }

  @Test
  void numbersKeptAheadAreSkippedOneByOne() {
    SegmentValues values = new SegmentValues("010202", "0002", null);
    String prefix = "0102021300000002";
    assertThat(keep(prefix + "/00002")).isEqualTo(prefix + "/00002");
    keep(prefix + "/00003");
    keep(prefix + "/00005");
    assertThat(Stream.generate(() -> next(values)).limit(4))
        .containsExactly(
            prefix + "/00001", prefix + "/00004", prefix + "/00006", prefix + "/00007");
  }

  @Test
  void aSeriesHasOneIdentifierForEver() {
    UUID series = UUID.randomUUID();
    SegmentValues values = new SegmentValues("010204", "0002", null);
    String first = inTransaction(() -> allocator.identifierOf(series, values));
    assertThat(inTransaction(() -> allocator.identifierOf(series, values))).isEqualTo(first);
    assertThat(inTransaction(() -> allocator.keep(series, "mz", first))).isEqualTo(first);
    assertThat(code(() -> allocator.keep(series, "mz", "0102041300000002/00077")))
        .isEqualTo("series-has-identifier");
  }

  @Test
  void whatIsTakenOrDoesNotFitIsNotKept() {
    keep("0104001300000002/00009");
    assertThat(code(() -> allocator.keep(UUID.randomUUID(), "mz", "0104001300000002/00009")))
        .isEqualTo("identifier-taken");
    assertThat(code(() -> allocator.keep(UUID.randomUUID(), "mz", "9999991300000002/00009")))
        .isEqualTo("identifier-not-fitting");
  }

  @Test
  void manyAreAllottedAtOnceInOrderAndPerPrefix() {
    keep("0104001300000003/00002");
    List<UUID> series = Stream.generate(UUID::randomUUID).limit(1_000).toList();
    Map<UUID, String> given = inTransaction(() -> allocator.allocate("0104001300000003", series));
    assertThat(given.values())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 1_001)
                .filter(i -> i != 2)
                .mapToObj(i -> "0104001300000003/%05d".formatted(i))
                .toList());
  }

  @Test
  void anAllottedIdentifierCannotBeTakenBack() {
    String identifier = next(new SegmentValues("010100", "0002", null));
    assertThatThrownBy(
            () ->
                execute(
                    "delete from identifier_allocation where identifier = '" + identifier + "'"))
        .hasMessageContaining("for ever");
  }
}
