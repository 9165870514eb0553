package org.govshare.node.control;

import java.io.IOException;
import java.util.List;
import org.govshare.node.run.SessionContext;
import org.govshare.node.state.ReceiptJournal;
import org.govshare.protocol.control.ReceiptHead;
import org.govshare.protocol.receipt.CountersignedHead;
import org.govshare.protocol.receipt.ReceiptRefused;
import org.jboss.logging.Logger;

/** Keeps the heads of receipt chains that the centre hands out, so that it cannot rewrite them. */
final class Heads {
  private static final Logger LOG = Logger.getLogger(Heads.class);

  private final SessionContext context;

  Heads(SessionContext context) {
    this.context = context;
  }

  /** Keeps a head that is the centre's; one that contradicts this node's receipts is named. */
  void take(ReceiptHead command) throws IOException {
    CountersignedHead head;
    try {
      head = CountersignedHead.read(command.line());
    } catch (ReceiptRefused e) {
      LOG.errorf("node=%s refused a head: %s", context.node(), e.getMessage());
      return;
    }
    if (context.leases().centre().known() && !head.verified(context.leases().centre().keys())) {
      LOG.errorf(
          "node=%s channel=%s refused a head that is not signed by the centre",
          context.node(), head.channel());
      return;
    }
    List<ReceiptJournal.Signed> own =
        context.disk().receiptsAfter(head.channel(), head.sequence() - 1, 1);
    if (!own.isEmpty()
        && own.getFirst().receipt().sequence() == head.sequence()
        && !own.getFirst().receipt().digest().equals(head.digest())) {
      LOG.errorf(
          "node=%s channel=%s alarm=head-differs sequence=%d",
          context.node(), head.channel(), head.sequence());
    }
    context.disk().heads(head.channel()).add(head);
  }
}
