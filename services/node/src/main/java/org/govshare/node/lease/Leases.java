package org.govshare.node.lease;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.govshare.node.state.Json;
import org.govshare.node.state.NodeState;
import org.govshare.protocol.control.Lease;
import org.govshare.protocol.control.SignedLease;
import org.govshare.protocol.control.StartRun;
import org.jboss.logging.Logger;

/**
 * The leases of a node's channels. A node that knows the centre's keys moves rows only under one;
 * where it knows none, everything is leased. May be used from several threads.
 */
public final class Leases {
  /** Reason of a run whose lease has ended. */
  public static final String ENDED = "lease-ended";

  /** Reason of a run that came without a lease. */
  public static final String MISSING = "lease-missing";

  static final String INVALID = "lease-invalid";
  private static final Logger LOG = Logger.getLogger(Leases.class);

  private final String node;
  private final CentreTrust centre;
  private final NodeState disk;
  private final Clock clock;
  private final LongSupplier nanos;
  private final Map<UUID, HeldLease> held = new ConcurrentHashMap<>();

  /**
   * The leases of one node.
   *
   * @param clock by which leases end
   * @param nanos time that passes evenly, in nanoseconds
   */
  public Leases(String node, CentreTrust centre, NodeState disk, Clock clock, LongSupplier nanos) {
    this.node = node;
    this.centre = centre;
    this.disk = disk;
    this.clock = clock;
    this.nanos = nanos;
  }

  /** The keys by which the node knows the centre. */
  public CentreTrust centre() {
    return centre;
  }

  /** The gate for what the centre asks beside runs. */
  public Orders orders() {
    return new Orders(node, centre, clock);
  }

  /**
   * Checks the lease that a new command brings, and changes nothing. It may have ended already.
   *
   * @throws LeaseRefused if the command has none, or asks for more than it allows
   */
  public void check(StartRun command) {
    if (centre.known()) {
      checked(command);
    }
  }

  /**
   * Takes the lease that a new command brings, which may have ended already.
   *
   * @throws LeaseRefused if the command has none, or asks for more than it allows
   */
  public void admit(StartRun command) throws IOException {
    if (centre.known()) {
      hold(command.channelId(), command.lease(), checked(command));
    }
  }

  private Lease checked(StartRun command) {
    if (command.lease() == null) {
      throw new LeaseRefused(MISSING, "the command brings no lease of the centre");
    }
    Lease lease = read(command.lease());
    if (lease == null) {
      throw new LeaseRefused(INVALID, "the lease is not signed with a key of the centre");
    }
    String outside = lease.outside(command, node);
    if (outside != null) {
      throw new LeaseRefused(INVALID, "the command goes beyond its lease: " + outside);
    }
    return lease;
  }

  /** Takes up the lease of a run that was under way when the process ended, if it is good. */
  public void recall(StartRun command) throws IOException {
    HeldLease.Kept kept = disk.lease(command.channelId(), HeldLease.Kept.class);
    if (!centre.known() || held.containsKey(command.channelId()) || kept == null) {
      return;
    }
    Lease lease = read(kept.lease());
    if (lease != null && lease.outside(command, node) == null) {
      held.put(command.channelId(), HeldLease.remembered(kept, lease, nanos.getAsLong()));
    }
  }

  /** Takes a lease in place of the one of a run under way; one that is no good changes nothing. */
  public void renew(StartRun command, SignedLease signed) throws IOException {
    if (!centre.known()) {
      return;
    }
    Lease lease = signed == null ? null : read(signed);
    String outside = lease == null ? "signature" : lease.outside(command, node);
    if (outside != null) {
      LOG.errorf(
          "run=%s channel=%s node=%s lease=refused outside=%s",
          command.runId(), command.channelId(), node, outside);
      return;
    }
    HeldLease before = held.get(command.channelId());
    if (before == null
        || !before.lease().runId().equals(lease.runId())
        || lease.validUntil().isAfter(before.lease().validUntil())) {
      hold(command.channelId(), signed, lease);
    }
  }

  private Lease read(SignedLease signed) {
    if (!signed.verified(centre.keys())) {
      return null;
    }
    try {
      return Json.read(signed.bodyBytes(), Lease.class);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private void hold(UUID channel, SignedLease signed, Lease lease) throws IOException {
    HeldLease now = HeldLease.arrived(signed, lease, clock.instant(), nanos.getAsLong());
    disk.lease(channel, now.kept(nanos.getAsLong()));
    held.put(channel, now);
  }

  /** Whether the rows of a run may be moved now. */
  public boolean inForce(StartRun command) {
    if (!centre.known()) {
      return true;
    }
    HeldLease lease = held.get(command.channelId());
    return lease != null
        && lease.lease().runId().equals(command.runId())
        && lease.inForce(clock.instant(), nanos.getAsLong());
  }

  /**
   * Lets the rows of a run pass.
   *
   * @throws NotLeased if they may not be moved now
   */
  public void require(StartRun command) {
    if (!inForce(command)) {
      throw new NotLeased(command.channelId());
    }
  }

  /** Why the rows of a run may not be moved. */
  public String reason(StartRun command) {
    HeldLease lease = held.get(command.channelId());
    return lease == null || !lease.lease().runId().equals(command.runId()) ? MISSING : ENDED;
  }

  /** Writes down how much of a run's lease is used up, so that a restart gives no more of it. */
  public void note(StartRun command) throws IOException {
    HeldLease lease = held.get(command.channelId());
    if (lease != null) {
      disk.lease(command.channelId(), lease.kept(nanos.getAsLong()));
    }
  }
}
