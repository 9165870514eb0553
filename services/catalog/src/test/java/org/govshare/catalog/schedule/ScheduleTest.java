package org.govshare.catalog.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.govshare.catalog.CatalogTest;
import org.junit.jupiter.api.Test;

/** One replica at a time does the scheduled work, all of it. */
@QuarkusTest
class ScheduleTest extends CatalogTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @Inject Pool database;

  private record Settings(String interval, Duration leaseInterval) implements ScheduleConfig {}

  private Schedule replica(Duration lease, List<ScheduledWork> work) {
    return new Schedule(new ScheduleLease(database), new Settings("off", lease), work);
  }

  private void free() {
    database
        .query("update schedule_lease set holder = '', expires_at = 'epoch'")
        .execute()
        .await()
        .atMost(LONG);
  }

  @Test
  void anotherReplicaWaitsForTheLeaseToRunOut() throws Throwable {
    free();
    List<String> done = new ArrayList<>();
    Schedule first = replica(Duration.ofMinutes(5), List.of(noting(done, "first")));
    Schedule second = replica(Duration.ofMinutes(5), List.of(noting(done, "second")));
    VertxContextSupport.subscribeAndAwait(first::run);
    VertxContextSupport.subscribeAndAwait(second::run);
    VertxContextSupport.subscribeAndAwait(first::run);
    assertThat(done).containsExactly("first", "first");
    free();
    VertxContextSupport.subscribeAndAwait(second::run);
    assertThat(done).containsExactly("first", "first", "second");
    free();
  }

  @Test
  void whatFailsDoesNotKeepTheRestFromBeingDone() throws Throwable {
    free();
    List<String> done = new ArrayList<>();
    ScheduledWork failing = () -> Uni.createFrom().failure(new IllegalStateException("on purpose"));
    Schedule replica =
        replica(Duration.ofMinutes(5), List.of(failing, noting(done, "after the failure")));
    VertxContextSupport.subscribeAndAwait(replica::run);
    assertThat(done).containsExactly("after the failure");
    free();
  }

  private static ScheduledWork noting(List<String> done, String what) {
    return () -> {
      done.add(what);
      return Uni.createFrom().voidItem();
    };
  }
}
