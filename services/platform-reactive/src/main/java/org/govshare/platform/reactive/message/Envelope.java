package org.govshare.platform.reactive.message;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Objects;

/**
 * A fact on its way from one service to another.
 *
 * @param producer service that tells it
 * @param consumer who it is told to; the sequence counts per producer and consumer
 * @param sequence from 1, without gaps
 * @param type kind of fact, in the past tense, or of command
 * @param occurredAt when it became true
 * @param correlation identifier of the request it came from, or {@code null}
 * @param payload the fact itself
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record Envelope(
    String producer,
    String consumer,
    long sequence,
    String type,
    Instant occurredAt,
    String correlation,
    JsonNode payload) {

  public Envelope {
    Objects.requireNonNull(producer, "producer");
    Objects.requireNonNull(consumer, "consumer");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(payload, "payload");
    if (sequence < 1) {
      throw new IllegalArgumentException("A fact's sequence begins at 1, not " + sequence);
    }
  }
}
