package org.govshare.node.run;

import java.util.List;
import org.govshare.protocol.control.ColumnDifference;

/**
 * A table is not as it was when the service was designed; the run waits for somebody's decision.
 */
public final class Drifted extends RuntimeException {
  private final List<ColumnDifference> differences;

  /** Drifted in these ways. */
  public Drifted(List<ColumnDifference> differences) {
    super(differences.size() + " differences, the first: " + differences.getFirst());
    this.differences = differences;
  }

  /** All differences. */
  public List<ColumnDifference> differences() {
    return differences;
  }
}
