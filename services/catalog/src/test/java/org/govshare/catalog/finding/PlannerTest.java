package org.govshare.catalog.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.govshare.catalog.CatalogTest;
import org.junit.jupiter.api.Test;

/** What the service tells the database's planner, so that a search is found by its index. */
@QuarkusTest
class PlannerTest extends CatalogTest {

  @Inject Pool pool;

  @Test
  void saysThatPagesAreAtHand() {
    String cost =
        pool.query("show random_page_cost")
            .executeAndAwait()
            .iterator()
            .next()
            .getString("random_page_cost");

    assertThat(cost).isEqualTo("1.1");
  }
}
