package org.govshare.protocol.control;

import java.util.List;
import java.util.UUID;

/**
 * One look of a reconciliation at a table: sums of its rows by groups of keys, or the rows of some
 * groups or keys. Keys and rows are known by HMAC-SHA-256 under a key that the two nodes share and
 * the centre has not; a group is what the first bits of a key's hash say.
 *
 * @param number which look of the reconciliation it is, from 1
 * @param serviceId the exchange service
 * @param mode how its rows are brought
 * @param baseRun a complete run: rows that have not changed since it began must be at the target;
 *     null if there is none
 * @param channels the target's channels in it
 * @param keyColumns the receiver's own key; none if the whole row is the key
 * @param watermarkColumn the source's watermark in {@code INCREMENT}
 * @param peerAgreementKey agreement key of the other end in suite {@code intl}, base64
 * @param bits how many bits make a group that is summed
 * @param withinBits how many bits make a group of {@code within}
 * @param within only these groups are looked at; all if there is none
 * @param rows whether rows are told, not sums
 * @param keys only these keys are looked at, by the first 16 bytes of their hash in hexadecimal;
 *     all if there is none
 */
public record DigestLook(
    int number,
    UUID serviceId,
    TransferMode mode,
    UUID baseRun,
    List<UUID> channels,
    List<String> keyColumns,
    String watermarkColumn,
    String peerAgreementKey,
    int bits,
    int withinBits,
    List<Integer> within,
    boolean rows,
    List<String> keys) {

  /** Most bits of a group. */
  public static final int MOST_BITS = 30;

  /** Most rows of an answer. */
  public static final int ROWS = 4096;

  /** What is absent is none; refuses groups that do not exist. */
  public DigestLook {
    channels = channels == null ? List.of() : List.copyOf(channels);
    keyColumns = keyColumns == null ? List.of() : List.copyOf(keyColumns);
    within = within == null ? List.of() : List.copyOf(within);
    keys = keys == null ? List.of() : List.copyOf(keys);
    if (bits < 0 || bits > MOST_BITS || withinBits < 0 || withinBits > MOST_BITS) {
      throw new IllegalArgumentException("a group has no " + bits + " or " + withinBits + " bits");
    }
  }
}
