package org.govshare.protocol.control;

import java.util.List;
import java.util.UUID;

/**
 * One of several channels that bring one table to one target side by side. In a full copy each has
 * a range of keys, in increments the keys whose hash falls to it.
 *
 * @param number which one it is, from 1
 * @param count how many there are, at most {@value #LIMIT}
 * @param channels all of them, in the order of their numbers
 * @param replaced channels that brought the table to the target before, when there were more or
 *     fewer of them: increments go on where all of them have come to
 */
public record Lane(int number, int count, List<UUID> channels, List<UUID> replaced) {
  /** The most lanes of a target. */
  public static final int LIMIT = 8;

  /** Refuses a lane that is none of its number. */
  public Lane {
    channels = channels == null ? List.of() : List.copyOf(channels);
    replaced = replaced == null ? List.of() : List.copyOf(replaced);
    if (count < 1 || count > LIMIT || number < 1 || number > count || channels.size() != count) {
      throw new IllegalArgumentException("lane " + number + " of " + count);
    }
  }

  /** The only channel of a target. */
  public static Lane only(UUID channel) {
    return new Lane(1, 1, List.of(channel), List.of());
  }

  /** Whether there are others. */
  public boolean shared() {
    return count > 1;
  }

  /** The channel that stands for all of them. */
  public UUID group() {
    return channels.getFirst();
  }
}
