package org.govshare.protocol.receipt;

import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The signing keys of nodes, each from a sequence of a channel on until the node's next one. */
public final class SigningKeys {
  private final Map<String, TreeMap<Long, PublicKey>> keys = new HashMap<>();

  /** One key for each node. */
  public static SigningKeys of(Map<String, PublicKey> single) {
    SigningKeys all = new SigningKeys();
    single.forEach((node, key) -> all.add(new ChainExport.NodeKey(node, key, 1)));
    return all;
  }

  /**
   * Adds a key.
   *
   * @throws ReceiptRefused if the node has another one from the same sequence on
   */
  public void add(ChainExport.NodeKey key) {
    PublicKey before =
        keys.computeIfAbsent(key.node(), node -> new TreeMap<>()).put(key.from(), key.key());
    if (before != null && !before.equals(key.key())) {
      throw new ReceiptRefused(
          "node " + key.node() + " has two keys from sequence " + key.from() + " on");
    }
  }

  /** Adds a key that a node changed to, unless one is known from that sequence on. */
  public void changed(ChainExport.NodeKey key) {
    if (has(key.node())) {
      keys.get(key.node()).putIfAbsent(key.from(), key.key());
    }
  }

  /** Whether there is a key of a node. */
  public boolean has(String node) {
    return keys.containsKey(node);
  }

  /** A node's key at a sequence, or null. */
  public PublicKey at(String node, long sequence) {
    TreeMap<Long, PublicKey> own = keys.get(node);
    Map.Entry<Long, PublicKey> entry = own == null ? null : own.floorEntry(sequence);
    return entry == null ? null : entry.getValue();
  }

  /** A copy that can be added to. */
  SigningKeys copy() {
    SigningKeys copy = new SigningKeys();
    keys.forEach((node, own) -> copy.keys.put(node, new TreeMap<>(own)));
    return copy;
  }
}
