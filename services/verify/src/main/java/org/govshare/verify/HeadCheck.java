package org.govshare.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.receipt.ChainCheck;
import org.govshare.protocol.receipt.ChainExport;
import org.govshare.protocol.receipt.CountersignedHead;
import org.govshare.protocol.receipt.CountersignedKey;
import org.govshare.protocol.receipt.ReceiptRefused;

/**
 * The heads in a file that are of one channel, after a look at their signatures.
 *
 * @param heads the heads
 * @param keys keys that nodes of the channel changed to
 * @param forged what is wrong with the first one that the centre has not signed, or null
 */
record HeadCheck(List<ChainCheck.Head> heads, List<ChainExport.NodeKey> keys, String forged) {

  /**
   * Reads a file of heads and one of the centre's public keys, one in a line.
   *
   * @throws IllegalArgumentException if the one holds none of the channel, or the other no key
   * @throws ReceiptRefused if the file of heads is none
   */
  static HeadCheck of(Path file, Path centre, ChainExport.Channel channel) throws IOException {
    List<PublicKey> signers = keys(centre);
    List<ChainExport.NodeKey> changes = new ArrayList<>();
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (lines.isEmpty() || !lines.getFirst().equals(CountersignedHead.FIRST_LINE)) {
      throw new ReceiptRefused("not a file of heads of version 1");
    }
    List<ChainCheck.Head> found = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.isBlank()) {
        continue;
      }
      if (line.startsWith("key ")) {
        CountersignedKey key = CountersignedKey.read(line);
        if (!key.channel().equals(channel.id())) {
          continue;
        }
        if (!key.verified(signers)) {
          return new HeadCheck(
              found, changes, "the key of node " + key.node() + " is not signed by the centre");
        }
        changes.add(key.nodeKey(channel.suite()));
        continue;
      }
      CountersignedHead head = CountersignedHead.read(line);
      if (!head.channel().equals(channel.id())) {
        continue;
      }
      if (!head.verified(signers)) {
        return new HeadCheck(
            found,
            changes,
            "the head of record " + head.sequence() + " is not signed by the centre");
      }
      found.add(head.head());
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException("there is no head of channel " + channel.id());
    }
    return new HeadCheck(found, changes, null);
  }

  private static List<PublicKey> keys(Path file) throws IOException {
    try {
      List<PublicKey> keys =
          Files.readAllLines(file, StandardCharsets.UTF_8).stream()
              .filter(line -> !line.isBlank())
              .map(PublicKeys::signingKey)
              .toList();
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("there is no key of the centre in " + file);
      }
      return keys;
    } catch (CryptoFailure e) {
      throw new IllegalArgumentException(e.getMessage());
    }
  }
}
