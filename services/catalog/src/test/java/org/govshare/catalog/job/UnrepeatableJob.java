package org.govshare.catalog.job;

import jakarta.inject.Singleton;

/** A job that must not be begun twice, for tests. */
@Singleton
class UnrepeatableJob implements JobHandler {

  static final String KIND = "unrepeatable";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    run.progress(1, 1L);
  }
}
