package org.govshare.monitoring.telemetry;

import jakarta.persistence.Tuple;

/**
 * What was sent and received: sent is what sources report, received is what targets report.
 *
 * @param sentMessages frames sent
 * @param receivedMessages frames committed at targets
 * @param sentRows rows sent
 * @param receivedRows rows committed at targets
 * @param sentBytes their bytes before compression
 * @param receivedBytes their bytes before compression
 */
public record Traffic(
    long sentMessages,
    long receivedMessages,
    long sentRows,
    long receivedRows,
    long sentBytes,
    long receivedBytes) {

  /**
   * The sums, for a select list over {@code service_traffic(from, to) traffic}, or over an outer
   * join with it.
   */
  public static final String SUMS =
      """
      cast(coalesce(sum(traffic.sent_messages), 0) as bigint) as sent_messages,
      cast(coalesce(sum(traffic.received_messages), 0) as bigint) as received_messages,
      cast(coalesce(sum(traffic.sent_rows), 0) as bigint) as sent_rows,
      cast(coalesce(sum(traffic.received_rows), 0) as bigint) as received_rows,
      cast(coalesce(sum(traffic.sent_bytes), 0) as bigint) as sent_bytes,
      cast(coalesce(sum(traffic.received_bytes), 0) as bigint) as received_bytes
      """;

  /** Reads the columns of {@link #SUMS}. */
  public static Traffic of(Tuple row) {
    return new Traffic(
        row.get("sent_messages", Long.class),
        row.get("received_messages", Long.class),
        row.get("sent_rows", Long.class),
        row.get("received_rows", Long.class),
        row.get("sent_bytes", Long.class),
        row.get("received_bytes", Long.class));
  }
}
