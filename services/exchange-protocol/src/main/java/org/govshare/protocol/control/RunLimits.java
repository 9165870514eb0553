package org.govshare.protocol.control;

/**
 * Bounds that a run keeps.
 *
 * @param bytesPerSecond most bytes of frames that the source sends in a second, on average; null:
 *     no limit
 * @param badRowPercent share of rows that do not fit at which the run stops, 0 to 100; null: at the
 *     first
 */
public record RunLimits(Long bytesPerSecond, Double badRowPercent) {
  /** No limit. */
  public static final RunLimits NONE = new RunLimits(null, null);
}
