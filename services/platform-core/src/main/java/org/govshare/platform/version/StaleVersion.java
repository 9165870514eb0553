package org.govshare.platform.version;

import org.govshare.platform.problem.Problem;

/** Somebody else has changed it meanwhile (412). */
public class StaleVersion extends Problem {

  private static final long serialVersionUID = 1L;

  /**
   * @param expected the version the writer has seen
   * @param actual the version at hand
   */
  public StaleVersion(long expected, long actual) {
    super(412, "stale-version", expected, actual);
  }
}
