package org.govshare.node.lease;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.Order;
import org.govshare.protocol.control.SignedOrder;

/**
 * The one gate for what the centre asks beside runs. A node that knows the centre's keys carries it
 * out only from an order that the centre has signed, and only while that lasts.
 */
public final class Orders {
  private static final String SIGNED = SignedOrder.class.getSimpleName();

  private final String node;
  private final CentreTrust centre;
  private final Clock clock;

  Orders(String node, CentreTrust centre, Clock clock) {
    this.node = node;
    this.centre = centre;
    this.clock = clock;
  }

  /**
   * A command as it came, or as it was in an order.
   *
   * @param type name of its record
   * @param payload its JSON
   * @param refused why it may not be carried out, or null
   */
  public record Opened(String type, JsonNode payload, LeaseRefused refused) {}

  /**
   * Opens a command.
   *
   * @throws Unreadable if it is not written as an order is
   * @throws IOException if it is not written as a command is
   */
  public Opened open(String type, JsonNode payload) throws IOException {
    if (!SIGNED.equals(type)) {
      boolean bare = centre.known() && Order.TYPES.contains(type);
      return new Opened(
          type,
          payload,
          bare
              ? new LeaseRefused(Leases.MISSING, "the command is no order that the centre signed")
              : null);
    }
    SignedOrder signed = Json.read(payload, SignedOrder.class);
    Order order;
    try {
      order = Json.read(signed.bodyBytes(), Order.class);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new Unreadable("an order that cannot be read");
    }
    String outside = order.outside(node);
    if ("version".equals(outside) || "command".equals(outside)) {
      throw new Unreadable("an order whose " + outside + " is not known");
    }
    return new Opened(
        order.type(),
        Json.tree(order.command().getBytes(StandardCharsets.UTF_8)),
        centre.known() ? refusal(signed, order, outside) : null);
  }

  private LeaseRefused refusal(SignedOrder signed, Order order, String outside) {
    if (!signed.verified(centre.keys())) {
      return new LeaseRefused(Leases.INVALID, "the order is not signed with a key of the centre");
    }
    if (outside != null) {
      return new LeaseRefused(Leases.INVALID, "the order is for another " + outside);
    }
    return clock.instant().isBefore(order.validUntil())
        ? null
        : new LeaseRefused(Leases.ENDED, "the order was good until " + order.validUntil());
  }

  /** It is no order of which anything can be said. */
  public static final class Unreadable extends RuntimeException {
    Unreadable(String message) {
      super(message);
    }
  }
}
