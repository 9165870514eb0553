package org.govshare.protocol.address;

import java.util.UUID;
import java.util.regex.Pattern;

/** Names of the addresses on the broker. All are anycast queues of the same name. */
public final class Addresses {
  /** Where nodes send their signed events to the exchange service. */
  public static final String EVENT_EXCHANGE = "event.exchange";

  /** Where sources forward countersigned receipts to the exchange service. */
  public static final String RECEIPT_EXCHANGE = "receipt.exchange";

  /** Where nodes send telemetry to monitoring. */
  public static final String TELEMETRY_MONITORING = "telemetry.monitoring";

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  private Addresses() {}

  /** Address of the frames of one channel; the source sends, the target receives. */
  public static String frame(String sourceNode, String targetNode, UUID channel) {
    return "frame." + code(sourceNode) + "." + code(targetNode) + "." + channel;
  }

  /** Address of a channel's answers and receipts; the target sends, the source receives. */
  public static String answer(String targetNode, String sourceNode, UUID channel) {
    return "return." + code(targetNode) + "." + code(sourceNode) + "." + channel;
  }

  /** Address of the exchange service's commands to one node. */
  public static String command(String node) {
    return "command." + code(node);
  }

  /** Address of facts from one service to another. */
  public static String fact(String producer, String consumer) {
    return "fact." + code(producer) + "." + code(consumer);
  }

  /** Address where a producer reads what its consumers have acknowledged. */
  public static String acknowledgement(String producer) {
    return "ack." + code(producer);
  }

  private static String code(String code) {
    if (code == null || !CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("not a node or service code: " + code);
    }
    return code;
  }
}
