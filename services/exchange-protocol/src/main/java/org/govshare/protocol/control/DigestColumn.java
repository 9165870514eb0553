package org.govshare.protocol.control;

import java.util.List;

/**
 * A column of a reconciliation.
 *
 * @param name the receiver's own column
 * @param type type that its values are cast to before they are summed: the target's
 * @param steps what is done to the values before; the mapping's at the source, none at the target
 */
public record DigestColumn(String name, String type, List<MappingStep> steps) {

  /** Steps that are absent are none. */
  public DigestColumn {
    steps = steps == null ? List.of() : List.copyOf(steps);
  }
}
