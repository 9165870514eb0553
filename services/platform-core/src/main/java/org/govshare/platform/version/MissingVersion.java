package org.govshare.platform.version;

import org.govshare.platform.problem.Problem;

/** A write does not name the version it changes (428). */
public class MissingVersion extends Problem {

  private static final long serialVersionUID = 1L;

  /** The header {@code If-Match} is absent. */
  public MissingVersion() {
    super(428, "missing-version");
  }
}
