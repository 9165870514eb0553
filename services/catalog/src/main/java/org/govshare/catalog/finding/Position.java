package org.govshare.catalog.finding;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.problem.InvalidInput;

/**
 * Place of a resource in a list, so that the list can be continued behind it however much was added
 * before it. Callers see it as an opaque text that fits the words it was made for.
 *
 * @param rank how well the words hit, 0 if there are none
 * @param newest what the list is ordered by next
 * @param id what it is ordered by last
 */
record Position(int rank, Instant newest, UUID id) {

  private static final int LENGTH = 2 + 4 + 8 + 16;

  /** As a caller sees it. */
  String written(List<String> words) {
    ByteBuffer bytes =
        ByteBuffer.allocate(LENGTH)
            .putShort((short) rank)
            .putInt(words.hashCode())
            .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, newest))
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * Reads what a caller sends back.
   *
   * @throws InvalidInput if it was not made here, or for other words (400)
   */
  static Position read(String text, List<String> words) {
    ByteBuffer bytes = ByteBuffer.wrap(decoded(text));
    if (bytes.remaining() != LENGTH) {
      throw new InvalidInput("after", "not-a-position");
    }
    int rank = bytes.getShort();
    if (bytes.getInt() != words.hashCode()) {
      throw new InvalidInput("after", "of-another-query");
    }
    return new Position(
        rank,
        Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS),
        new UUID(bytes.getLong(), bytes.getLong()));
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("after", "not-a-position");
    }
  }
}
