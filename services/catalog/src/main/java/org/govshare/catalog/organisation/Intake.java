package org.govshare.catalog.organisation;

import java.util.List;
import org.govshare.platform.problem.FieldError;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/**
 * What came of many entries.
 *
 * @param added how many good ones are new
 * @param changed how many good ones differ from what is known
 * @param unchanged how many good ones say what is known
 * @param faults every fault of the others
 * @param written whether the good ones were written
 */
public record Intake(int added, int changed, int unchanged, List<Fault> faults, boolean written) {

  public Intake {
    faults = List.copyOf(faults);
  }

  /**
   * A fault in one entry.
   *
   * @param index which entry, from 0
   * @param error field and reason
   */
  public record Fault(int index, FieldError error) {

    static List<Fault> of(int index, InputChecks checks) {
      try {
        checks.done();
        return List.of();
      } catch (InvalidInput found) {
        return found.errors().stream().map(error -> new Fault(index, error)).toList();
      }
    }
  }
}
