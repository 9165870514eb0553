package org.govshare.node.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.node.run.RunFailure;
import org.govshare.node.run.SessionContext;
import org.govshare.protocol.channel.CarriedPosition;
import org.govshare.protocol.channel.ChannelAnswer;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.OwnSeal;
import org.jboss.logging.Logger;

/**
 * The positions that a target keeps for its source, which alone can read them. Each is bound to its
 * place in the channel.
 */
final class SealedPositions {
  private static final Logger LOG = Logger.getLogger(SealedPositions.class);

  private final StartRun command;
  private final OwnSeal seal;

  SealedPositions(SessionContext context, StartRun command) {
    this.command = command;
    this.seal = new OwnSeal(context.keys().of(command.suite()));
  }

  byte[] seal(Position position, long sequence) {
    return seal.seal(position.encode(), context(command.channelId(), sequence));
  }

  /**
   * Where the channel stands at its target. A run that begins without its last position does so
   * even if that was sealed with a key that this node has lost.
   */
  Position before(ChannelAnswer.Opened opened) {
    if (opened.sealedPosition().length == 0) {
      return beginning();
    }
    try {
      if (opened.lastSequence() == 0) {
        return carried(opened);
      }
      return read(opened.sealedPosition(), command.channelId(), opened.lastSequence());
    } catch (CryptoFailure e) {
      if (begins(opened)) {
        LOG.warnf(
            "run=%s channel=%s begins at the first row: the last position cannot be read",
            command.runId(), command.channelId());
        return beginning();
      }
      throw new RunFailure(
          "position-unreadable",
          "the last position was sealed with an agreement key that this node does not have; restore"
              + " the key, or stop this run and start "
              + (command.mode() == TransferMode.FULL
                  ? "another one, which begins at the first row"
                  : "one with anew=true, which begins at the first row"));
    }
  }

  /** Whether the run has sent nothing yet and needs nothing from before. */
  private boolean begins(ChannelAnswer.Opened opened) {
    return opened.totals().messages() == 0
        && (command.mode() == TransferMode.FULL || command.anew());
  }

  /** Where the lanes before have come to, for the first run of lanes that take their place. */
  private Position carried(ChannelAnswer.Opened opened) {
    List<Position> before = new ArrayList<>();
    for (CarriedPosition each : CarriedPosition.decode(opened.sealedPosition())) {
      before.add(
          each.sealed().length > 0
              ? read(each.sealed(), each.channel(), each.sequence())
              : beginning());
    }
    return EarliestPosition.of(command.runId(), before);
  }

  private Position read(byte[] sealed, UUID channel, long sequence) {
    return Position.decode(seal.open(sealed, context(channel, sequence)));
  }

  private Position beginning() {
    return new Position(command.runId(), "", null, null, null);
  }

  private static byte[] context(UUID channel, long sequence) {
    byte[] purpose = "position".getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(purpose.length + 24)
        .put(purpose)
        .putLong(channel.getMostSignificantBits())
        .putLong(channel.getLeastSignificantBits())
        .putLong(sequence)
        .array();
  }
}
