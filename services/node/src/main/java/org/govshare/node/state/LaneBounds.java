package org.govshare.node.state;

import java.util.List;
import java.util.UUID;

/**
 * Where the key ranges of the lanes of a full copy meet. They are on disk before a lane sends its
 * first row, and stay as they are until the run's end.
 *
 * @param run the run
 * @param count how many lanes there are
 * @param bounds last keys of the lanes but the last, rising; fewer if there are fewer keys
 */
public record LaneBounds(UUID run, int count, List<List<String>> bounds) {
  /** Keeps the bounds as they are. */
  public LaneBounds {
    bounds = bounds.stream().map(List::copyOf).toList();
  }
}
