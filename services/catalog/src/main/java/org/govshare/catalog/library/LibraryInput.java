package org.govshare.catalog.library;

import org.govshare.platform.problem.InvalidInput;

/** An entry as it is written. */
public interface LibraryInput {

  /**
   * Checks everything that can be seen from the input alone.
   *
   * @throws InvalidInput naming every fault (400)
   */
  void check();
}
