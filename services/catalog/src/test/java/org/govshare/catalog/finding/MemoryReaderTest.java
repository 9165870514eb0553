package org.govshare.catalog.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MemoryReaderTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Inject MemoryReader reader;
  @Inject Pool pool;

  @BeforeEach
  void nothingWasWritten() {
    pool.query("update search_change set written_at = now() - interval '50 minutes'")
        .executeAndAwait();
  }

  private void write(int resources, String ago) {
    pool.query(
            "insert into search_change (resource_id, written_at) select gen_random_uuid(), now() -"
                + " interval '%s' from generate_series(1, %d)".formatted(ago, resources))
        .executeAndAwait();
  }

  @Test
  void waitsForWhoeverWritesManyResources() throws SQLException {
    assertThat(reader.isBeingWritten(MINUTE)).isFalse();

    write(501, "30 seconds");

    assertThat(reader.isBeingWritten(MINUTE)).isTrue();
    assertThat(reader.isBeingWritten(Duration.ofSeconds(10))).isFalse();
  }

  @Test
  void waitsForWhoeverWritesEverything() throws SQLException {
    pool.query("insert into search_change default values").executeAndAwait();

    assertThat(reader.isBeingWritten(MINUTE)).isTrue();
  }

  @Test
  void doesNotWaitForFewResources() throws SQLException {
    write(500, "30 seconds");

    assertThat(reader.isBeingWritten(MINUTE)).isFalse();
  }
}
