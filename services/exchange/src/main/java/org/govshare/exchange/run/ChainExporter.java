package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.govshare.exchange.node.NodeRegistry;
import org.govshare.exchange.node.RegisteredNode;
import org.govshare.platform.identity.Caller;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.receipt.ChainExport;

/**
 * Writes the chain of a run's channel, from its first receipt on, for checking elsewhere. A chain
 * is read piece by piece; its end is where it ended when the export began.
 */
@Singleton
class ChainExporter {

  private static final int PIECE = 500;

  private final RunReader runs;
  private final ChannelRepository channels;
  private final ReceiptRepository receipts;
  private final NodeRegistry nodes;
  private final ChannelKeys keys;

  ChainExporter(
      RunReader runs,
      ChannelRepository channels,
      ReceiptRepository receipts,
      NodeRegistry nodes,
      ChannelKeys keys) {
    this.runs = runs;
    this.channels = channels;
    this.receipts = receipts;
    this.nodes = nodes;
    this.keys = keys;
  }

  /**
   * What an export begins with.
   *
   * @param lines the lines before the first receipt
   * @param channel the channel
   * @param last sequence of its last receipt, 0 for none
   */
  record Start(String lines, UUID channel, long last) {}

  @WithSession
  Uni<Start> start(Caller caller, UUID run, UUID channel) {
    return runs.channelOf(caller, run, channel)
        .chain(
            it ->
                keys.of(List.of(it.channel()))
                    .chain(
                        signing ->
                            channels
                                .findById(it.channel())
                                .chain(found -> begin(found, it.suite(), signing))));
  }

  private Uni<Start> begin(Channel channel, CryptoSuite suite, List<ChannelKey> signing) {
    return nodes
        .find(channel.sourceNode())
        .chain(
            source ->
                nodes
                    .find(channel.targetNode())
                    .map(
                        target -> {
                          String lines =
                              String.join(
                                  "\n",
                                  ChainExport.FIRST_LINE,
                                  new ChainExport.Channel(
                                          channel.id(), source.code(), target.code(), suite)
                                      .line(),
                                  key(source, suite, signing),
                                  key(target, suite, signing),
                                  "");
                          return new Start(lines, channel.id(), channel.lastSequence());
                        }));
  }

  private static String key(RegisteredNode node, CryptoSuite suite, List<ChannelKey> signing) {
    String own =
        signing.stream()
            .filter(it -> it.node().equals(node.code()))
            .map(it -> it.line(suite).line())
            .collect(Collectors.joining("\n"));
    return own.isEmpty() ? present(node, suite) : own;
  }

  private static String present(RegisteredNode node, CryptoSuite suite) {
    return new ChainExport.NodeKey(
            node.code(), PublicKeys.signingKey(suite, node.signingKey(suite)))
        .line();
  }

  /** The whole export, in pieces of many lines. */
  Multi<String> pieces(Start start) {
    AtomicLong after = new AtomicLong();
    Multi<String> chain =
        Multi.createBy().repeating().uni(() -> piece(start, after)).whilst(text -> !text.isEmpty());
    return Multi.createBy()
        .concatenating()
        .streams(Multi.createFrom().item(start.lines()), chain.filter(text -> !text.isEmpty()));
  }

  private Uni<String> piece(Start start, AtomicLong after) {
    return Panache.withSession(
            () -> receipts.between(start.channel(), after.get(), start.last(), PIECE))
        .map(
            found -> {
              after.addAndGet(found.size());
              return lines(found);
            });
  }

  private static String lines(List<StoredReceipt> found) {
    return found.stream().map(it -> it.signed().line() + "\n").collect(Collectors.joining());
  }
}
