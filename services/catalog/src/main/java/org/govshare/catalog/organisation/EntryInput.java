package org.govshare.catalog.organisation;

import java.time.LocalDate;
import org.govshare.platform.problem.InputChecks;

/** An entry of a department as it is written. */
public interface EntryInput {

  /** Code of the department whose it is; the caller's own if absent; never changes. */
  String departmentCode();

  /** Name. */
  String name();

  /** Whether nothing new may refer to it, no if absent. */
  Boolean abolished();

  /** Finds every fault that can be seen without looking anything up. */
  void check(InputChecks checks, LocalDate today);
}
