package org.govshare.node.control;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.govshare.node.database.DataSource;
import org.govshare.node.database.TableName;
import org.govshare.node.guard.Gate;
import org.govshare.node.look.TableLook;
import org.govshare.node.run.RunFailure;
import org.govshare.node.run.SessionContext;
import org.govshare.node.run.SqlFailures;
import org.govshare.node.target.ParkedKeys;
import org.govshare.node.target.ParkedReading;
import org.govshare.node.target.ParkedReport;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.DigestComputed;
import org.govshare.protocol.control.DigestFailed;
import org.govshare.protocol.control.DigestLooked;
import org.govshare.protocol.control.DiscardParked;
import org.govshare.protocol.control.NodeEvent;
import org.govshare.protocol.control.ParkedGroup;
import org.govshare.protocol.control.ParkedRowsReported;
import org.govshare.protocol.control.ParkedSealed;
import org.govshare.protocol.control.ParkedShown;
import org.govshare.protocol.control.SealParked;
import org.govshare.protocol.control.ShowParked;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TrialFailed;
import org.govshare.protocol.control.TryRun;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.ReconciliationKey;
import org.govshare.protocol.crypto.SealedText;
import org.jboss.logging.Logger;

/** Answers what the centre asks of a node's tables and of the rows parked beside them. */
final class TableAnswers {
  private static final Logger LOG = Logger.getLogger(TableAnswers.class);

  private final SessionContext context;
  private final OpenTables tables;
  private final Events events;
  private final Gate gate;
  private final Clock clock;

  TableAnswers(SessionContext context, OpenTables tables, Events events, Gate gate, Clock clock) {
    this.context = context;
    this.tables = tables;
    this.events = events;
    this.gate = gate;
    this.clock = clock;
  }

  /** Sums a table, and forgets the question when the answer is out. */
  void digest(ComputeDigest command, UUID captured) throws Exception {
    NodeEvent event;
    try {
      DataSource source =
          tables.allowed(command.side(), command.dataSource(), command.schema(), command.table());
      if (command.side() == Side.SOURCE) {
        gate.requireOpen(command);
      }
      event = command.look() == null ? whole(command, source, captured) : look(command, source);
    } catch (RunFailure failure) {
      event = failed(command, failure.reason(), failure.getMessage());
    } catch (IllegalArgumentException | CryptoFailure e) {
      event = failed(command, "command-refused", e.getMessage());
    } catch (SQLException e) {
      RunFailure permanent = SqlFailures.permanent(e);
      if (permanent == null) {
        throw e;
      }
      event = failed(command, permanent.reason(), permanent.getMessage());
    }
    events.publish(event);
    context.disk().answered(command);
  }

  private DigestComputed whole(ComputeDigest command, DataSource source, UUID captured)
      throws SQLException {
    TableDigest digest = TableDigest.of(command, source, captured);
    return computed(command, digest.rows(), digest.sum(), null);
  }

  private DigestComputed look(ComputeDigest command, DataSource source) throws Exception {
    ReconciliationKey key =
        ReconciliationKey.of(
            context.keys().of(CryptoSuite.INTL), command.look().peerAgreementKey(), command.salt());
    TableLook look = TableLook.of(command, source, key, context.disk());
    return computed(command, look.rows(), look.sum(), look.looked());
  }

  private DigestComputed computed(
      ComputeDigest command, long rows, String sum, DigestLooked looked) {
    return new DigestComputed(
        DigestComputed.TYPE,
        clock.instant(),
        command.reconciliationId(),
        command.runId(),
        command.side(),
        rows,
        sum,
        looked);
  }

  private DigestFailed failed(ComputeDigest command, String reason, String detail) {
    return new DigestFailed(
        DigestFailed.TYPE,
        clock.instant(),
        command.reconciliationId(),
        command.runId(),
        command.side(),
        reason,
        detail);
  }

  /** How a run would go. */
  NodeEvent trial(TryRun command) throws SQLException {
    try {
      DataSource source =
          tables.allowed(command.side(), command.dataSource(), command.schema(), command.table());
      if (command.side() == Side.SOURCE) {
        gate.requireOpen(command.schema(), command.table());
      }
      return Trial.of(command, source, clock.instant());
    } catch (RunFailure failure) {
      return failed(command, failure.reason(), failure.getMessage());
    } catch (IllegalArgumentException | CryptoFailure e) {
      return failed(command, "command-refused", e.getMessage());
    } catch (SQLException e) {
      RunFailure permanent = SqlFailures.permanent(e);
      if (permanent == null) {
        throw e;
      }
      return failed(command, permanent.reason(), permanent.getMessage());
    }
  }

  private TrialFailed failed(TryRun command, String reason, String detail) {
    return new TrialFailed(
        TrialFailed.TYPE, clock.instant(), command.trialId(), command.side(), reason, detail);
  }

  /** Reports a service's parked rows. */
  void reportParked(String dataSource, UUID serviceId) throws Exception {
    DataSource source = tables.dataSource(dataSource);
    List<ParkedGroup> groups = source == null ? null : ParkedReport.of(source, serviceId);
    if (groups != null) {
      events.publish(
          new ParkedRowsReported(ParkedRowsReported.TYPE, clock.instant(), serviceId, groups));
    }
  }

  /** What parked rows hold, for one reader. */
  ParkedShown show(ShowParked command) throws SQLException {
    SealedText rows = null;
    String reason = null;
    try {
      DataSource source =
          tables.allowed(Side.TARGET, command.dataSource(), command.schema(), command.table());
      if (source.sample().contains(new TableName(command.schema(), command.table()))) {
        rows = ParkedReading.of(source, command, context.keys());
      } else {
        reason = "sample-not-allowed";
      }
    } catch (RunFailure failure) {
      reason = failure.reason();
    } catch (IllegalArgumentException | CryptoFailure e) {
      reason = "command-refused";
    } catch (SQLException e) {
      RunFailure permanent = SqlFailures.permanent(e);
      if (permanent == null) {
        throw e;
      }
      reason = permanent.reason();
    }
    return new ParkedShown(ParkedShown.TYPE, clock.instant(), command.showingId(), rows, reason);
  }

  /** Keys of parked rows, for the source that is to send them again. */
  ParkedSealed seal(SealParked command) throws SQLException {
    ParkedKeys keys = null;
    String reason = null;
    try {
      DataSource source =
          tables.allowed(Side.TARGET, command.dataSource(), command.schema(), command.table());
      keys = ParkedKeys.of(source, command, context.keys());
    } catch (RunFailure failure) {
      reason = failure.reason();
    } catch (IllegalArgumentException | NullPointerException | CryptoFailure e) {
      reason = "command-refused";
    } catch (SQLException e) {
      RunFailure permanent = SqlFailures.permanent(e);
      if (permanent == null) {
        throw e;
      }
      reason = permanent.reason();
    }
    return new ParkedSealed(
        ParkedSealed.TYPE,
        clock.instant(),
        command.runId(),
        command.channelId(),
        keys == null ? 0 : keys.count(),
        keys == null ? null : keys.sealed(),
        reason);
  }

  /** Gives parked rows up. */
  void discard(DiscardParked command) throws Exception {
    try {
      DataSource source =
          tables.allowed(Side.TARGET, command.dataSource(), command.schema(), command.table());
      LOG.infof(
          "node=%s service=%s order=%s discarded=%d",
          context.node(),
          command.serviceId(),
          command.orderId(),
          ParkedReport.discard(source, command));
    } catch (RunFailure failure) {
      LOG.errorf(
          "node=%s order=%s refused: %s", context.node(), command.orderId(), failure.getMessage());
    }
    reportParked(command.dataSource(), command.serviceId());
  }
}
