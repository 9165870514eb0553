package org.govshare.exchange.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.amqp.AmqpMessage;
import java.util.function.Function;
import org.govshare.platform.reactive.broker.Disposition;
import org.jboss.logging.Logger;

/**
 * Decides what becomes of a message: accepted when its transaction is committed, put aside with a
 * logged reason when it is poison, offered again when only the moment was bad.
 */
final class Settlement {

  private static final Logger LOG = Logger.getLogger(Settlement.class);

  /** A failure that looks like a moment's, but stays for this many attempts, is the message's. */
  private static final int ATTEMPT_LIMIT = 20;

  private Settlement() {}

  static Uni<Disposition> settle(
      String address, AmqpMessage message, Function<String, Uni<Disposition>> handler) {
    return apply(message, handler)
        .onFailure(Poison.class)
        .recoverWithItem(
            failure -> {
              LOG.errorf("A message on %s is put aside: %s", address, failure.getMessage());
              return Disposition.REJECT;
            })
        .onFailure(failure -> !Passing.isPassing(failure) && spent(message))
        .recoverWithItem(
            failure -> {
              LOG.errorf(failure, "A message on %s is put aside after too many attempts", address);
              return Disposition.REJECT;
            });
  }

  private static Uni<Disposition> apply(
      AmqpMessage message, Function<String, Uni<Disposition>> handler) {
    try {
      return handler.apply(text(message));
    } catch (RuntimeException failure) {
      return Uni.createFrom().failure(failure);
    }
  }

  private static String text(AmqpMessage message) {
    String body;
    try {
      body = message.bodyAsString();
    } catch (RuntimeException notText) {
      throw new Poison("its body is not text");
    }
    if (body == null) {
      throw new Poison("it has no body");
    }
    return body;
  }

  private static boolean spent(AmqpMessage message) {
    return message.deliveryCount() >= ATTEMPT_LIMIT;
  }
}
