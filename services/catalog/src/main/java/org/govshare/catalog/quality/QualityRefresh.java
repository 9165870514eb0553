package org.govshare.catalog.quality;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.govshare.catalog.schedule.ScheduledWork;

/** Takes all scores anew every hour: data grow old, and entries change. */
@Singleton
class QualityRefresh implements ScheduledWork {

  private final QualityService quality;

  QualityRefresh(QualityService quality) {
    this.quality = quality;
  }

  @Override
  public Uni<Void> run() {
    return quality.refreshIfDue();
  }
}
