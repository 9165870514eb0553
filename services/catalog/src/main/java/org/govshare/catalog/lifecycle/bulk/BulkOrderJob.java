package org.govshare.catalog.lifecycle.bulk;

import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Singleton;
import org.govshare.catalog.job.JobHandler;
import org.govshare.catalog.job.JobRun;

/**
 * Takes the step of an order. What has had its turn is written down with it, so another attempt
 * goes on where this one ended.
 */
@Singleton
class BulkOrderJob implements JobHandler {

  private final BulkOrders orders;

  BulkOrderJob(BulkOrders orders) {
    this.orders = orders;
  }

  @Override
  public String kind() {
    return BulkOrders.KIND;
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public void run(JobRun run) throws Exception {
    run.result("/api/catalog/v1/resources/bulk/orders/" + run.id() + "/items");
    run.stage("TAKING");
    try {
      long total = VertxContextSupport.subscribeAndAwait(() -> orders.size(run.id()));
      long done = 0;
      int taken;
      while ((taken = VertxContextSupport.subscribeAndAwait(() -> orders.next(run))) > 0) {
        done += taken;
        run.progress(done, total);
      }
    } catch (Exception | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }
}
