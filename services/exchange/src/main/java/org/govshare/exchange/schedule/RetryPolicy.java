package org.govshare.exchange.schedule;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How often a run that failed is started anew, and when.
 *
 * @param attempts how often at most, 0 to 20
 * @param firstDelaySeconds how long after the first failure, 1 to 86,400
 * @param factor by what the delay grows each time, 1 to 10
 * @param longestDelaySeconds what it does not grow beyond, up to 604,800
 * @param kinds for which kinds of failure
 */
@RegisterForReflection
public record RetryPolicy(
    int attempts,
    int firstDelaySeconds,
    int factor,
    int longestDelaySeconds,
    Set<FailureKind> kinds) {

  /** No second attempt. */
  static final RetryPolicy NONE = new RetryPolicy(0, 60, 2, 3600, Set.of());

  /** Names no kind twice and no kind at all as an empty set. */
  public RetryPolicy {
    kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
  }

  /**
   * How long to wait after a failure.
   *
   * @param attempt which attempt failed, from 1
   * @param reason why
   * @return empty if it is not tried again
   */
  public Optional<Duration> delayAfter(int attempt, String reason) {
    if (attempt > attempts || !kinds.contains(FailureKind.of(reason))) {
      return Optional.empty();
    }
    double seconds = firstDelaySeconds * Math.pow(factor, attempt - 1);
    return Optional.of(Duration.ofSeconds((long) Math.min(seconds, longestDelaySeconds)));
  }
}
