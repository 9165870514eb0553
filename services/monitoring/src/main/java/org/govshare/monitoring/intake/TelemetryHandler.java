package org.govshare.monitoring.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;

/**
 * Takes in one kind of telemetry. Telemetry may come twice, late and before the facts that it
 * belongs to; none of that may change the outcome.
 */
public interface TelemetryHandler {

  /** The kind, as the message's {@code type} names it. */
  String type();

  /**
   * Takes in a message, in a transaction of its own.
   *
   * @throws UnusableMessage if it can never be taken in; the Uni may fail with it as well
   */
  Uni<Void> apply(JsonNode report);
}
