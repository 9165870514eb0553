package org.govshare.node.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.govshare.node.run.RunFailure;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.ReplayedKeys;
import org.govshare.protocol.control.SealParked;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.Keyring;
import org.govshare.protocol.crypto.SealedForNode;

/** Keys of rows that a run sends again, sealed for this node, each as texts of its columns. */
final class SealedKeys {
  private SealedKeys() {}

  /** The keys of the only rows that a run reads; they are parked at the target, or were named. */
  static List<List<String>> replayed(StartRun command, Keyring own) {
    ReplayedKeys replayed = command.replayed();
    return opened(
        replayed.sealed(),
        replayed.named()
            ? ReplayedKeys.context(command.runId())
            : SealParked.context(command.runId(), command.lane().group()),
        command,
        own);
  }

  /** The keys that change capture delivers again. */
  static List<List<String>> captured(StartRun command, Keyring own) {
    return command.capture().sealed() == null
        ? command.capture().resent()
        : opened(command.capture().sealed(), ReplayedKeys.context(command.runId()), command, own);
  }

  private static List<List<String>> opened(
      SealedForNode sealed, String context, StartRun command, Keyring own) {
    if (sealed == null) {
      return List.of();
    }
    try {
      byte[] text = sealed.open(own.of(command.suite()), context).getBytes(StandardCharsets.UTF_8);
      List<List<String>> keys =
          Arrays.stream(Json.read(text, String[][].class)).map(Arrays::asList).toList();
      if (keys.stream().anyMatch(key -> key.size() != command.keyColumns().size())) {
        throw new RunFailure("keys-unreadable", "a key that is to be sent again has other columns");
      }
      return keys;
    } catch (CryptoFailure | IOException e) {
      throw new RunFailure(
          "keys-unreadable", "the keys that are to be sent again are not for this node");
    }
  }
}
