package org.govshare.node.broker;

import io.vertx.core.Context;
import io.vertx.proton.ProtonReceiver;

/** A link that receives as many messages as it has been given credit for, and no more. */
public final class ReceivingLink implements AutoCloseable {
  private final Context context;
  private final ProtonReceiver receiver;
  private final Runnable forget;

  ReceivingLink(Context context, ProtonReceiver receiver, Runnable forget) {
    this.context = context;
    this.receiver = receiver;
    this.forget = forget;
  }

  /** Lets the broker send this many messages more. */
  public void credit(int messages) {
    context.runOnContext(
        ignored -> {
          if (receiver.isOpen()) {
            receiver.flow(messages);
          }
        });
  }

  /** Closes the link; what is not settled goes back to the queue. */
  @Override
  public void close() {
    context.runOnContext(
        ignored -> {
          forget.run();
          receiver.closeHandler(null);
          receiver.detachHandler(null);
          if (receiver.isOpen()) {
            receiver.close();
          }
        });
  }
}
