package org.govshare.exchange.run;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.govshare.exchange.node.NodeRegistry;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.receipt.ReceiptRefused;

/**
 * Finds the keys with which both ends have signed a receipt: the ones they are registered with, or
 * in runs that were asked for before these, those that they have changed.
 */
@Singleton
class ReceiptSigners {

  private final NodeRegistry nodes;

  ReceiptSigners(NodeRegistry nodes) {
    this.nodes = nodes;
  }

  /**
   * The keys of both ends.
   *
   * @param source signing key of the source
   * @param target signing key of the target
   */
  record Keys(String source, String target) {}

  /**
   * Checks both signatures.
   *
   * @throws ReceiptRefused naming the end whose signature is wrong
   */
  Uni<Keys> of(SignedReceipt signed, Run run) {
    return key(Side.TARGET, signed.receipt().targetNode(), signed, run)
        .chain(
            target ->
                key(Side.SOURCE, signed.receipt().sourceNode(), signed, run)
                    .map(source -> new Keys(source, target)));
  }

  private Uni<String> key(Side side, String node, SignedReceipt signed, Run run) {
    return nodes
        .find(node)
        .map(it -> it.signingKey(signed.receipt().suite()))
        .chain(
            key ->
                signed.signedBy(side, key)
                    ? Uni.createFrom().item(key)
                    : former(side, node, signed, run));
  }

  private Uni<String> former(Side side, String node, SignedReceipt signed, Run run) {
    return nodes
        .formerKeys(node)
        .map(
            former ->
                former.stream()
                    .filter(it -> run.begunBefore(it.replacedAt()))
                    .map(it -> it.signingKey(signed.receipt().suite()))
                    .filter(key -> signed.signedBy(side, key))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new ReceiptRefused(
                                "the signature of %s %s is wrong"
                                    .formatted(side.name().toLowerCase(Locale.ROOT), node))));
  }
}
