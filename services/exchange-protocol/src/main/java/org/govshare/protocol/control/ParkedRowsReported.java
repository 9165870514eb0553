package org.govshare.protocol.control;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All rows of a service that its target has parked, in numbers; takes the place of what the target
 * said before.
 *
 * @param type {@value #TYPE}
 * @param at when
 * @param serviceId the service
 * @param groups the latest runs first, at most {@value #GROUPS}
 */
public record ParkedRowsReported(String type, Instant at, UUID serviceId, List<ParkedGroup> groups)
    implements NodeEvent {
  /** Value of {@code type}. */
  public static final String TYPE = "ParkedRowsReported";

  /** Most groups that a report holds. */
  public static final int GROUPS = 500;

  /** Groups that are absent are none. */
  public ParkedRowsReported {
    groups = groups == null ? List.of() : List.copyOf(groups);
  }
}
