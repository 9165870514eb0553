package org.govshare.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.protocol.address.Addresses;
import org.govshare.protocol.control.ForwardedReceipt;
import org.govshare.protocol.control.InventoryDataSource;
import org.govshare.protocol.control.InventoryReported;
import org.govshare.protocol.control.NodeEvent;
import org.govshare.protocol.control.Order;
import org.govshare.protocol.control.RunProgress;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.SignedEvent;
import org.govshare.protocol.control.SignedOrder;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.crypto.NodeKeys;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.frame.Epoch;
import org.govshare.protocol.frame.FrameKind;
import org.govshare.protocol.frame.RunTotals;
import org.govshare.protocol.receipt.Receipt;
import org.govshare.protocol.receipt.RowBalance;

/** A node's agent as the exchange meets it: it really signs, but moves no rows. */
final class FakeNode {

  private final Bus bus = Bus.get();
  private long acknowledged;
  private SignedOrder order;

  final String code;
  final String department;
  NodeKeys keys = NodeKeys.generate(CryptoSuite.INTL);
  NodeKeys gmKeys = NodeKeys.generate(CryptoSuite.GM);

  FakeNode(String code, String department) {
    this.code = code;
    this.department = department;
  }

  Map<String, Object> registration() {
    return Map.of(
        "name",
        "节点 " + code,
        "department",
        department,
        "signingKey",
        PublicKeys.base64(keys.signingKey()),
        "agreementKey",
        PublicKeys.base64(keys.agreementKey()),
        "gmSigningKey",
        PublicKeys.base64(gmKeys.signingKey()),
        "gmAgreementKey",
        PublicKeys.base64(gmKeys.agreementKey()));
  }

  SignedEvent signed(NodeEvent event) {
    return SignedEvent.sign(code, keys, Bus.write(event).getBytes(StandardCharsets.UTF_8));
  }

  /** An event in the words of an agent of another version. */
  void say(String event) {
    bus.send(
        Addresses.EVENT_EXCHANGE,
        SignedEvent.sign(code, keys, event.getBytes(StandardCharsets.UTF_8)));
  }

  void say(NodeEvent event) {
    bus.send(Addresses.EVENT_EXCHANGE, signed(event));
  }

  void report(InventoryDataSource... dataSources) {
    say(InventoryReported.of(Instant.now(), List.of(dataSources)));
  }

  /** The next command of a type; others before it are acknowledged and passed over. */
  JsonNode command(String type) {
    return envelope(List.of(type)).path("payload");
  }

  /** The type of the next command that is of one of these types. */
  String next(String... types) {
    return envelope(List.of(types)).path("type").asText();
  }

  private JsonNode envelope(List<String> types) {
    while (true) {
      JsonNode envelope = bus.nextTree(Addresses.command(code));
      long sequence = envelope.path("sequence").asLong();
      if (sequence <= acknowledged) {
        continue;
      }
      acknowledged = sequence;
      bus.send("ack.exchange", Map.of("consumer", "node." + code, "sequence", sequence));
      envelope = opened(envelope);
      if (types.contains(envelope.path("type").asText())) {
        return envelope;
      }
    }
  }

  private JsonNode opened(JsonNode envelope) {
    order = null;
    if (!envelope.path("type").asText().equals("SignedOrder")) {
      return envelope;
    }
    order = Bus.read(envelope.path("payload"), SignedOrder.class);
    Order inside =
        Bus.read(Bus.tree(new String(order.bodyBytes(), StandardCharsets.UTF_8)), Order.class);
    return ((ObjectNode) envelope)
        .put("type", inside.type())
        .set("payload", Bus.tree(inside.command()));
  }

  /** The order that the last command was in; null if it came as it is. */
  SignedOrder order() {
    return order;
  }

  RunProgress progress(
      UUID run, UUID channel, Side side, RunState state, RunTotals totals, String reason) {
    return new RunProgress(
        RunProgress.TYPE,
        Instant.now(),
        run,
        channel,
        side,
        state,
        1,
        totals.messages(),
        totals.rows(),
        totals.bytes(),
        totals.wireBytes(),
        reason,
        reason == null ? null : "in words",
        0,
        null,
        null);
  }

  /** The receipts of one channel, made by its target and countersigned by its source. */
  static final class Chain {

    private final FakeNode source;
    private final FakeNode target;
    private final UUID channel;
    private final Epoch epoch = new Epoch(1, UUID.randomUUID());
    private CryptoSuite suite = CryptoSuite.INTL;
    private Receipt last;

    Chain(FakeNode source, FakeNode target, UUID channel) {
      this.source = source;
      this.target = target;
      this.channel = channel;
    }

    Receipt data(UUID run, long rows) {
      return data(run, rows, RowBalance.allApplied(rows));
    }

    Receipt data(UUID run, long rows, RowBalance balance) {
      return next(FrameKind.DATA, run, rows, balance);
    }

    Receipt end(UUID run) {
      return next(FrameKind.END, run, 0, RowBalance.NONE);
    }

    /** Has the receipts from here on be of a suite. */
    void suite(CryptoSuite of) {
      suite = of;
    }

    private Receipt next(FrameKind kind, UUID run, long rows, RowBalance balance) {
      boolean goesOn = last != null && last.run().equals(run);
      RunTotals before = goesOn ? last.runTotals() : RunTotals.NONE;
      RowBalance balanceBefore = goesOn ? last.runBalance() : RowBalance.NONE;
      long bytes = rows * 100;
      long wire = rows * 40 + 200;
      last =
          new Receipt(
              suite,
              kind,
              source.code,
              target.code,
              channel,
              run,
              epoch,
              last == null ? 1 : last.sequence() + 1,
              rows,
              bytes,
              wire,
              before.plus(rows, bytes, wire),
              Digest.sha256(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII)),
              last == null ? Digest.ZERO : last.digest(),
              Instant.now(),
              balance,
              balanceBefore.plus(balance));
      return last;
    }

    RunTotals totals() {
      return last.runTotals();
    }

    ForwardedReceipt signed(Receipt receipt) {
      return receipt.suite() == CryptoSuite.INTL
          ? signed(receipt, source.keys, target.keys)
          : signed(receipt, source.gmKeys, target.gmKeys);
    }

    ForwardedReceipt signed(Receipt receipt, NodeKeys sourceKeys, NodeKeys targetKeys) {
      Base64.Encoder base64 = Base64.getEncoder();
      return new ForwardedReceipt(
          receipt.channel(),
          base64.encodeToString(receipt.content()),
          base64.encodeToString(receipt.sign(targetKeys)),
          base64.encodeToString(receipt.sign(sourceKeys)));
    }

    void forward(Receipt receipt) {
      source.bus.send(Addresses.RECEIPT_EXCHANGE, signed(receipt));
    }
  }
}
