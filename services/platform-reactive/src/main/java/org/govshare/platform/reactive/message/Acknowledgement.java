package org.govshare.platform.reactive.message;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;

/**
 * A consumer's word to a producer: everything up to this sequence is committed here.
 *
 * @param consumer who acknowledges
 * @param sequence last sequence committed without a gap, 0 if none yet
 * @param resend whether something after it is missing and should be sent again at once
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record Acknowledgement(String consumer, long sequence, boolean resend) {

  public Acknowledgement {
    Objects.requireNonNull(consumer, "consumer");
    if (sequence < 0) {
      throw new IllegalArgumentException("A sequence is not negative: " + sequence);
    }
  }
}
