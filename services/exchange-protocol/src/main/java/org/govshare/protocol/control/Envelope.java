package org.govshare.protocol.control;

import java.time.Instant;
import java.util.Objects;

/**
 * Envelope of a fact or command between services.
 *
 * @param producer code of the sending service
 * @param consumer code of the receiver, {@code node.<code>} for a node
 * @param sequence gap-free number per producer and consumer, from 1
 * @param type name of the payload's record
 * @param occurredAt when it happened
 * @param correlation id that ties it to the request that caused it, or null
 * @param payload the body
 * @param <P> what the payload is read as
 */
public record Envelope<P>(
    String producer,
    String consumer,
    long sequence,
    String type,
    Instant occurredAt,
    String correlation,
    P payload) {
  /** Refuses an envelope that cannot be put in order. */
  public Envelope {
    Objects.requireNonNull(producer, "producer");
    Objects.requireNonNull(consumer, "consumer");
    Objects.requireNonNull(type, "type");
    if (sequence < 1) {
      throw new IllegalArgumentException("sequence starts at 1, not " + sequence);
    }
  }
}
