package org.govshare.monitoring.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.govshare.monitoring.Scene;
import org.govshare.protocol.control.ChannelTelemetry;
import org.govshare.protocol.control.Side;
import org.junit.jupiter.api.Test;

/** Replicas take turns at the same queue, so reports of one run are taken in side by side. */
@QuarkusTest
class ConcurrentReportsTest {

  private static final long ROWS = 10_000;
  private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");

  @Inject ChannelReports reports;
  @Inject ObjectMapper json;
  @Inject Scene scene;

  @Test
  void sumIsThatOfTheLastReportWhateverTheOrder() throws Exception {
    UUID service = UUID.randomUUID();
    UUID run = UUID.randomUUID();
    List<Callable<Void>> all = new ArrayList<>();
    for (long rows = 100; rows <= ROWS; rows += 100) {
      ChannelTelemetry report = Scene.report(service, run, Side.TARGET, rows / 100, rows, NOON);
      all.add(() -> take(report));
      all.add(() -> take(report));
    }
    // Nearly in order, so that almost every report grows what its neighbours are growing.
    Random random = new Random(1);
    for (int i = 0; i + 4 <= all.size(); i += 4) {
      Collections.shuffle(all.subList(i, i + 4), random);
    }

    try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
      for (Future<Void> taken : replicas.invokeAll(all)) {
        taken.get();
      }
    }

    assertThat(sum("rows", service)).isEqualTo(ROWS);
    assertThat(sum("messages", service)).isEqualTo(ROWS / 100);
    assertThat(sum("bytes", service)).isEqualTo(ROWS * 100);
    assertThat(sum("wire_bytes", service)).isEqualTo(ROWS * 10);
  }

  private Void take(ChannelTelemetry report) throws Exception {
    try {
      return VertxContextSupport.subscribeAndAwait(
          () -> Panache.withTransaction(() -> reports.apply(json.valueToTree(report))));
    } catch (Exception | Error failure) {
      throw failure;
    } catch (Throwable other) {
      throw new IllegalStateException(other);
    }
  }

  private long sum(String figure, UUID service) {
    return scene.number(
        "select cast(sum(" + figure + ") as bigint) from daily_figures where service_id = $1",
        Tuple.of(service));
  }
}
