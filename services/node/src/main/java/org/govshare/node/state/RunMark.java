package org.govshare.node.state;

import java.util.List;
import java.util.UUID;

/**
 * What a source's database had seen before a run read its first row. A row that was there then, and
 * has not been written since, is at the target when the run is complete.
 *
 * @param run the run
 * @param system identity of the database
 * @param oldest every transaction before it had ended
 * @param bounds in increments, watermarks from which rows may not have been read yet
 */
public record RunMark(UUID run, String system, long oldest, List<String> bounds) {

  /** Bounds that are absent are none. */
  public RunMark {
    bounds = bounds == null ? List.of() : List.copyOf(bounds);
  }
}
