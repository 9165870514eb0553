package org.govshare.catalog.reference;

import java.util.List;
import org.govshare.platform.problem.FieldError;
import org.govshare.platform.problem.Problem;

/**
 * Something cannot be removed, because other things refer to it; each kind of them is named (409).
 */
public class InUse extends Problem {

  private static final long serialVersionUID = 1L;

  InUse(String name, List<Use> uses) {
    super(409, "in-use", List.of(name), uses.stream().map(InUse::error).toList());
  }

  private static FieldError error(Use use) {
    String names = String.join("、", use.names());
    return use.count() > use.names().size()
        ? FieldError.of(use.what(), "used-by-more", use.count(), names)
        : FieldError.of(use.what(), "used-by", use.count(), names);
  }
}
