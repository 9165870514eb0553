package org.govshare.protocol.control;

import java.util.List;

/**
 * How an end would do its part of a run.
 *
 * @param rows at the source the rows that would be read, at the target those in the table, as the
 *     database estimates them; -1 if it has no estimate
 * @param bytes their size, estimated
 * @param steps how the database reads them, outermost first; nothing for a target
 */
public record TrialPlan(long rows, long bytes, List<String> steps) {

  /** Keeps the steps as they are. */
  public TrialPlan {
    steps = steps == null ? List.of() : List.copyOf(steps);
  }
}
