package org.govshare.monitoring.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;

/** Applies one kind of the exchange's facts. */
public interface FactHandler {

  /** The kind, as the envelope names it. */
  String type();

  /**
   * Applies a fact in the transaction that remembers it as received.
   *
   * @throws UnusableMessage before anything is changed, if the fact cannot be read
   */
  Uni<Void> apply(JsonNode payload);
}
