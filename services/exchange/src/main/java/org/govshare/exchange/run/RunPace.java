package org.govshare.exchange.run;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast a channel has gone of late: what its target said within a sliding window, by the
 * target's own clock, and when the last of it was heard here. Only spans of time of either clock
 * are used, so that it does not matter if they differ.
 *
 * @param heardAt when the last sample was heard, or null
 * @param samples what was committed when, the oldest first
 */
@RegisterForReflection
record RunPace(Instant heardAt, List<Sample> samples) {

  static final RunPace NONE = new RunPace(null, List.of());

  private static final Duration WINDOW = Duration.ofSeconds(30);
  private static final Duration SPACING = Duration.ofSeconds(2);
  private static final Duration LEAST = Duration.ofMillis(500);

  /**
   * What was committed at a moment.
   *
   * @param at when, by the node's clock
   * @param rows rows of the run
   * @param bytes their bytes before compression
   */
  @RegisterForReflection
  record Sample(Instant at, long rows, long bytes) {}

  /**
   * Rates of a second.
   *
   * @param rows rows
   * @param bytes their bytes before compression
   */
  record Rate(double rows, double bytes) {}

  /** With one more word of the target; one that comes late says nothing new. */
  RunPace heard(Sample sample, Instant now) {
    if (!samples.isEmpty() && !sample.at().isAfter(samples.getLast().at())) {
      return this;
    }
    List<Sample> kept = new ArrayList<>(samples);
    int size = kept.size();
    if (size > 1 && within(kept.get(size - 2), kept.get(size - 1), SPACING)) {
      kept.removeLast();
    }
    kept.add(sample);
    // The last one before the window is where the window begins.
    while (kept.size() > 2 && !within(kept.get(1), sample, WINDOW)) {
      kept.removeFirst();
    }
    return new RunPace(now, kept);
  }

  private static boolean within(Sample one, Sample other, Duration span) {
    return Duration.between(one.at(), other.at()).compareTo(span) < 0;
  }

  /** The rate at a moment; null as long as too little has been heard. */
  Rate rate(Instant now) {
    if (samples.size() < 2) {
      return null;
    }
    Duration silence = Duration.between(heardAt, now);
    if (silence.compareTo(WINDOW) > 0) {
      return new Rate(0, 0);
    }
    Sample first = samples.getFirst();
    Sample last = samples.getLast();
    Duration span = Duration.between(first.at(), last.at());
    // A node speaks once a second; silence of as long is no standstill.
    if (silence.compareTo(SPACING) > 0) {
      span = span.plus(silence);
    }
    if (span.compareTo(LEAST) < 0) {
      return null;
    }
    double seconds = span.toMillis() / 1000.0;
    return new Rate(
        Math.max(0, last.rows() - first.rows()) / seconds,
        Math.max(0, last.bytes() - first.bytes()) / seconds);
  }
}
