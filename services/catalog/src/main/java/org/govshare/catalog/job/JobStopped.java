package org.govshare.catalog.job;

/**
 * Thrown inside a job that must not go on: it was cancelled, its replica stops, or another replica
 * has taken it over. Handlers let it pass after closing what they hold.
 */
public class JobStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  JobStopped(String reason) {
    super(reason, null, false, false);
  }
}
