package org.govshare.node.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.govshare.node.broker.BrokerConnection;
import org.govshare.node.broker.BrokerUnavailable;
import org.govshare.node.broker.SendingLink;
import org.govshare.node.run.SessionContext;
import org.govshare.node.state.Json;
import org.govshare.node.state.ReceiptJournal;
import org.govshare.protocol.address.Addresses;
import org.govshare.protocol.control.ForwardedReceipt;
import org.govshare.protocol.control.StartRun;

/** Countersigns receipts of one channel and forwards them to the centre. */
public final class ReceiptForwarder {
  private static final int BATCH = 64;

  private final SessionContext context;
  private final StartRun command;

  /** For the channel of a run. */
  public ReceiptForwarder(SessionContext context, StartRun command) {
    this.context = context;
    this.command = command;
  }

  /** Forwards receipts; the centre's broker has them when the method returns. */
  void forward(List<ReceiptJournal.Signed> receipts)
      throws BrokerUnavailable, InterruptedException {
    if (receipts.isEmpty()) {
      return;
    }
    SendingLink link = context.broker().keptSender(Addresses.RECEIPT_EXCHANGE);
    Base64.Encoder base64 = Base64.getEncoder();
    List<CompletableFuture<Void>> accepted = new ArrayList<>();
    for (ReceiptJournal.Signed signed : receipts) {
      ForwardedReceipt forwarded =
          new ForwardedReceipt(
              command.channelId(),
              base64.encodeToString(signed.content()),
              base64.encodeToString(signed.targetSignature()),
              base64.encodeToString(context.keys().of(command.suite()).sign(signed.content())));
      accepted.add(link.sendJson(Json.write(forwarded)));
    }
    for (CompletableFuture<Void> one : accepted) {
      BrokerConnection.await(one, "receipt not accepted");
    }
  }

  /** Forwards again what the journal holds after a sequence. */
  public void again(long after) throws IOException, BrokerUnavailable, InterruptedException {
    long held = after;
    List<ReceiptJournal.Signed> next =
        context.disk().receiptsAfter(command.channelId(), held, BATCH);
    while (!next.isEmpty()) {
      forward(next);
      held = next.getLast().receipt().sequence();
      next = context.disk().receiptsAfter(command.channelId(), held, BATCH);
    }
  }
}
