package org.govshare.node.broker;

import io.vertx.core.Context;
import io.vertx.proton.ProtonDelivery;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.messaging.Released;
import org.apache.qpid.proton.amqp.messaging.Section;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.message.Message;

/** A message received and not yet settled. Its methods may be called from any thread. */
public final class Delivery {
  private final Context context;
  private final ProtonDelivery delivery;
  private byte[] body;

  Delivery(Context context, ProtonDelivery delivery, Message message) {
    this.context = context;
    this.delivery = delivery;
    this.body = bytes(message.getBody());
  }

  /** Bytes of the body; text as UTF-8; empty for a body of another kind. */
  public byte[] body() {
    return body;
  }

  /** Lets go of the body, so that a delivery that waits for settlement costs little. */
  public void dropBody() {
    body = new byte[0];
  }

  /** Tells the broker that the message is done with. */
  public void accept() {
    settle(Accepted.getInstance());
  }

  /** Tells the broker that the message can never be handled. */
  public void reject(String reason) {
    Rejected rejected = new Rejected();
    rejected.setError(new ErrorCondition(Symbol.valueOf("amqp:not-allowed"), reason));
    settle(rejected);
  }

  /** Gives the message back. */
  public void release() {
    settle(Released.getInstance());
  }

  private void settle(DeliveryState state) {
    context.runOnContext(ignored -> delivery.disposition(state, true));
  }

  private static byte[] bytes(Section section) {
    if (section instanceof Data data) {
      Binary binary = data.getValue();
      boolean whole =
          binary.getArrayOffset() == 0 && binary.getLength() == binary.getArray().length;
      return whole
          ? binary.getArray()
          : Arrays.copyOfRange(
              binary.getArray(),
              binary.getArrayOffset(),
              binary.getArrayOffset() + binary.getLength());
    }
    if (section instanceof AmqpValue value) {
      if (value.getValue() instanceof String text) {
        return text.getBytes(StandardCharsets.UTF_8);
      }
      if (value.getValue() instanceof Binary binary) {
        return bytes(new Data(binary));
      }
    }
    return new byte[0];
  }
}
