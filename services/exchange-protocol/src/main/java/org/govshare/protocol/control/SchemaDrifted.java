package org.govshare.protocol.control;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A table is not as it was when the service was designed, in a way that matters to the run; the
 * node stands by.
 *
 * @param type {@value #TYPE}
 * @param at when
 * @param runId the run
 * @param channelId its channel
 * @param side which end speaks
 * @param differences all differences, those that do not matter too
 */
public record SchemaDrifted(
    String type,
    Instant at,
    UUID runId,
    UUID channelId,
    Side side,
    List<ColumnDifference> differences)
    implements NodeEvent {
  /** Value of {@code type}. */
  public static final String TYPE = "SchemaDrifted";

  /** Most differences that are told. */
  public static final int DIFFERENCES = 200;

  /** Differences that are absent are none. */
  public SchemaDrifted {
    differences = differences == null ? List.of() : List.copyOf(differences);
  }
}
