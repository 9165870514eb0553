package org.govshare.catalog.resource;

import io.smallrye.mutiny.Uni;
import org.govshare.platform.problem.InvalidInput;

/** Implemented by what knows more about a resource's links than this package does. */
public interface ResourceRule {

  /**
   * Checks what an editor wrote, in the transaction that writes it.
   *
   * @param department whose resource it is
   * @return fails with {@link InvalidInput} naming every fault (400)
   */
  Uni<Void> check(String department, ResourceInput input);
}
