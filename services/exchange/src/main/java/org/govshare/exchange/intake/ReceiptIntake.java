package org.govshare.exchange.intake;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.amqp.AmqpMessage;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.govshare.exchange.json.JsonText;
import org.govshare.exchange.run.ReceiptLedger;
import org.govshare.platform.reactive.broker.Broker;
import org.govshare.platform.reactive.broker.Disposition;
import org.govshare.protocol.address.Addresses;
import org.govshare.protocol.control.ForwardedReceipt;
import org.govshare.protocol.receipt.ReceiptRefused;

/** Takes in the receipts that sources forward. */
@Singleton
class ReceiptIntake {

  private final Broker broker;
  private final ReceiptLedger ledger;

  ReceiptIntake(Broker broker, ReceiptLedger ledger) {
    this.broker = broker;
    this.ledger = ledger;
  }

  void start(@Observes StartupEvent event) {
    broker.receive(Addresses.RECEIPT_EXCHANGE, this::take);
  }

  private Uni<Disposition> take(AmqpMessage message) {
    IntakeStep.RECEIPT_AFTER_ACCEPT.pass();
    return Settlement.settle(
        Addresses.RECEIPT_EXCHANGE,
        message,
        text ->
            Panache.withTransaction(
                    () -> ledger.take(read(text)).invoke(IntakeStep.RECEIPT_BEFORE_COMMIT::pass))
                .onFailure(
                    failure ->
                        failure instanceof ReceiptRefused || failure instanceof JsonText.Unreadable)
                .transform(Poison::new)
                .invoke(ReceiptIntake::requireInReach)
                .invoke(IntakeStep.RECEIPT_AFTER_COMMIT::pass)
                .replaceWith(Disposition.ACCEPT));
  }

  private static void requireInReach(ReceiptLedger.Outcome outcome) {
    if (outcome == ReceiptLedger.Outcome.TOO_EARLY) {
      throw new IllegalStateException("the receipt is too far ahead of its chain");
    }
  }

  private static ForwardedReceipt read(String text) {
    ForwardedReceipt read = JsonText.read(text, ForwardedReceipt.class);
    if (read.channelId() == null) {
      throw new Poison("it names no channel");
    }
    return read;
  }
}
