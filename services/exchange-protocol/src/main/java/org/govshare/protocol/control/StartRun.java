package org.govshare.protocol.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.SealedForNode;

/**
 * Command to take part in a run. A later one for the same channel takes the earlier one's place.
 *
 * @param runId the run
 * @param channelId the ordered sequence of frames that the run belongs to
 * @param serviceId exchange service
 * @param serviceCode its code
 * @param domain code of its business domain
 * @param side which end the receiver of the command is
 * @param mode what is transferred
 * @param suite algorithms of the channel; {@code INTL} where an older centre names none
 * @param peerNode code of the node at the other end
 * @param peerSigningKey its signing key of the suite, base64 of X.509 SubjectPublicKeyInfo
 * @param peerAgreementKey its agreement key of the suite, likewise
 * @param dataSource code of the receiver's own data source
 * @param schema schema of the receiver's own table
 * @param table the receiver's own table
 * @param columns mapped columns, in the order of the rows on the wire
 * @param keyColumns key columns at the source
 * @param targetKeyColumns the same key at the target
 * @param watermarkColumn source column that grows with each change; for {@code INCREMENT} only
 * @param filter which rows are read; all if there is none; for the source only
 * @param maximumRows bound on the rows of the run, or null
 * @param limits bounds on its speed and its bad rows
 * @param expected all columns of the receiver's own table as the service was designed for; none if
 *     that is not known
 * @param anew whether {@code CAPTURE} forgets its position and takes a new snapshot, and {@code
 *     INCREMENT} begins at the first row
 * @param lane which part of the table the channel brings; the whole where an older centre names
 *     none
 * @param restart how often the channel has been started again in this run
 * @param grantId the grant that the service rests on; null where an older centre names none
 * @param lease the centre's signed leave; null where the centre signs none
 * @param capture what change capture is told beside
 * @param replayed the only rows that are read, by their keys; null for all rows
 * @param replaces whether the rows of a {@code FULL} run take the place of all that the target's
 *     table holds
 * @param overlap how far increments go back behind their position where the source's database does
 *     not show how long transactions have been open; null where the run is refused there
 */
public record StartRun(
    UUID runId,
    UUID channelId,
    UUID serviceId,
    String serviceCode,
    String domain,
    Side side,
    TransferMode mode,
    CryptoSuite suite,
    String peerNode,
    String peerSigningKey,
    String peerAgreementKey,
    String dataSource,
    String schema,
    String table,
    List<MappedColumn> columns,
    List<String> keyColumns,
    List<String> targetKeyColumns,
    String watermarkColumn,
    List<RowCondition> filter,
    Long maximumRows,
    RunLimits limits,
    List<ExpectedColumn> expected,
    boolean anew,
    Lane lane,
    int restart,
    UUID grantId,
    SignedLease lease,
    CaptureOrder capture,
    ReplayedKeys replayed,
    boolean replaces,
    Duration overlap) {
  /** Refuses a command that names no run, channel, side or mode, and half a replacement. */
  public StartRun {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(channelId, "channelId");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(mode, "mode");
    suite = suite == null ? CryptoSuite.INTL : suite;
    columns = columns == null ? List.of() : List.copyOf(columns);
    keyColumns = keyColumns == null ? List.of() : List.copyOf(keyColumns);
    targetKeyColumns = targetKeyColumns == null ? List.of() : List.copyOf(targetKeyColumns);
    filter = filter == null ? List.of() : List.copyOf(filter);
    limits = limits == null ? RunLimits.NONE : limits;
    expected = expected == null ? List.of() : List.copyOf(expected);
    lane = lane == null ? Lane.only(channelId) : lane;
    capture = capture == null ? CaptureOrder.NONE : capture;
    if (replaces && (mode != TransferMode.FULL || replayed != null)) {
      throw new IllegalArgumentException("only all rows of a full copy replace a table's content");
    }
    if (replaces && keyColumns.isEmpty() != targetKeyColumns.isEmpty()) {
      throw new IllegalArgumentException("rows have a key at both ends or at none");
    }
  }

  /** A command of a whole table by one channel, and of all its rows that pass the filter. */
  public StartRun(
      UUID runId,
      UUID channelId,
      UUID serviceId,
      String serviceCode,
      String domain,
      Side side,
      TransferMode mode,
      CryptoSuite suite,
      String peerNode,
      String peerSigningKey,
      String peerAgreementKey,
      String dataSource,
      String schema,
      String table,
      List<MappedColumn> columns,
      List<String> keyColumns,
      List<String> targetKeyColumns,
      String watermarkColumn,
      List<RowCondition> filter,
      Long maximumRows,
      RunLimits limits) {
    this(
        runId,
        channelId,
        serviceId,
        serviceCode,
        domain,
        side,
        mode,
        suite,
        peerNode,
        peerSigningKey,
        peerAgreementKey,
        dataSource,
        schema,
        table,
        columns,
        keyColumns,
        targetKeyColumns,
        watermarkColumn,
        filter,
        maximumRows,
        limits,
        List.of(),
        false,
        null,
        0,
        null,
        null,
        null,
        null,
        false,
        null);
  }

  /** The same, that takes a new snapshot or not. */
  public StartRun takingSnapshot(boolean taken) {
    return with(
        mode,
        watermarkColumn,
        filter,
        limits,
        expected,
        taken,
        grantId,
        lease,
        capture,
        replayed,
        replaces);
  }

  /** The same for a copy of the rows within bounds; the bounds are the source's concern alone. */
  public StartRun resending(List<RowCondition> bounds) {
    List<RowCondition> conditions = new ArrayList<>(filter);
    if (side == Side.SOURCE) {
      conditions.addAll(bounds);
    }
    return with(
        TransferMode.FULL,
        null,
        conditions,
        limits,
        expected,
        false,
        grantId,
        lease,
        capture,
        replayed,
        false);
  }

  /** The same, of the rows that pass other conditions. */
  public StartRun reading(List<RowCondition> conditions) {
    return with(
        mode,
        watermarkColumn,
        conditions,
        limits,
        expected,
        anew,
        grantId,
        lease,
        capture,
        replayed,
        replaces);
  }

  /** The same with what the receiver's own table is expected to be. */
  public StartRun expecting(List<ExpectedColumn> ownTable) {
    return with(
        mode,
        watermarkColumn,
        filter,
        limits,
        ownTable,
        anew,
        grantId,
        lease,
        capture,
        replayed,
        replaces);
  }

  /** The same under a grant. */
  public StartRun granted(UUID grant) {
    return with(
        mode,
        watermarkColumn,
        filter,
        limits,
        expected,
        anew,
        grant,
        lease,
        capture,
        replayed,
        replaces);
  }

  /** The same, whose rows take the place of all that the target's table holds, or do not. */
  public StartRun replacing(boolean whole) {
    return with(
        mode,
        watermarkColumn,
        filter,
        limits,
        expected,
        anew,
        grantId,
        lease,
        capture,
        replayed,
        whole);
  }

  /** The same with the centre's leave. */
  public StartRun leased(SignedLease leave) {
    return with(
        mode,
        watermarkColumn,
        filter,
        limits,
        expected,
        anew,
        grantId,
        leave,
        capture,
        replayed,
        replaces);
  }

  /**
   * The same with what change capture is told; channels and keys are the source's concern alone.
   */
  public StartRun capturing(CaptureOrder order) {
    CaptureOrder own = side == Side.SOURCE ? order : order.toTarget();
    return with(
        mode,
        watermarkColumn,
        filter,
        limits,
        expected,
        anew,
        grantId,
        lease,
        own,
        replayed,
        replaces);
  }

  /**
   * The same for a copy of the rows with sealed keys, which are parked again if they still do not
   * fit.
   *
   * @param sealed the keys; null for no row
   */
  public StartRun replaying(SealedForNode sealed) {
    return with(
        TransferMode.FULL,
        null,
        filter,
        new RunLimits(limits.bytesPerSecond(), 100.0),
        expected,
        false,
        grantId,
        lease,
        capture,
        new ReplayedKeys(side == Side.SOURCE ? sealed : null, false),
        false);
  }

  /** The same for a copy of the rows with keys that somebody has named. */
  public StartRun resending(SealedForNode sealed) {
    return with(
        TransferMode.FULL,
        null,
        filter,
        limits,
        expected,
        false,
        grantId,
        lease,
        capture,
        new ReplayedKeys(side == Side.SOURCE ? sealed : null, true),
        false);
  }

  /** The same with how far it goes back where it cannot know what is still open. */
  public StartRun overlapping(Duration behind) {
    return new StartRun(
        runId,
        channelId,
        serviceId,
        serviceCode,
        domain,
        side,
        mode,
        suite,
        peerNode,
        peerSigningKey,
        peerAgreementKey,
        dataSource,
        schema,
        table,
        columns,
        keyColumns,
        targetKeyColumns,
        watermarkColumn,
        filter,
        maximumRows,
        limits,
        expected,
        anew,
        lane,
        restart,
        grantId,
        lease,
        capture,
        replayed,
        replaces,
        behind);
  }

  private StartRun with(
      TransferMode otherMode,
      String watermark,
      List<RowCondition> conditions,
      RunLimits bounds,
      List<ExpectedColumn> ownTable,
      boolean snapshot,
      UUID grant,
      SignedLease leave,
      CaptureOrder order,
      ReplayedKeys keys,
      boolean whole) {
    return new StartRun(
        runId,
        channelId,
        serviceId,
        serviceCode,
        domain,
        side,
        otherMode,
        suite,
        peerNode,
        peerSigningKey,
        peerAgreementKey,
        dataSource,
        schema,
        table,
        columns,
        keyColumns,
        targetKeyColumns,
        watermark,
        conditions,
        maximumRows,
        bounds,
        ownTable,
        snapshot,
        lane,
        restart,
        grant,
        leave,
        order,
        keys,
        whole,
        overlap);
  }
}
