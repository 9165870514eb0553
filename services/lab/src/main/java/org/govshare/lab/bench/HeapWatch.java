package org.govshare.lab.bench;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.govshare.lab.fixture.CatalogBed;

/** Reads the service's heap from its metrics four times a second and remembers the most. */
final class HeapWatch implements AutoCloseable {

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final CatalogBed bed;
  private volatile double peak;

  HeapWatch(CatalogBed bed) {
    this.bed = bed;
    timer.scheduleWithFixedDelay(this::look, 0, 250, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      peak = Math.max(peak, bed.heapMebibytes());
    } catch (IOException busy) {
      // The next look tells.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  double peakMebibytes() {
    return peak;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
