package org.govshare.node.lease;

import java.time.Duration;
import java.time.Instant;
import org.govshare.protocol.control.Lease;
import org.govshare.protocol.control.SignedLease;

/**
 * A lease and how much of it is used up. It ends at its moment by the clock, and after its length
 * by the time that has passed: a clock that is set back gives no more of it.
 */
final class HeldLease {
  private final SignedLease signed;
  private final Lease lease;
  private final Duration length;
  private final Duration usedBefore;
  private final long since;

  /**
   * As it is kept on disk.
   *
   * @param lease the lease
   * @param lengthMillis how long it lasted when it came
   * @param usedMillis how much of that had passed when this was written
   */
  record Kept(SignedLease lease, long lengthMillis, long usedMillis) {}

  private HeldLease(
      SignedLease signed, Lease lease, Duration length, Duration usedBefore, long since) {
    this.signed = signed;
    this.lease = lease;
    this.length = length;
    this.usedBefore = usedBefore;
    this.since = since;
  }

  /** A lease that has just come. */
  static HeldLease arrived(SignedLease signed, Lease lease, Instant now, long nanos) {
    Duration stated = Duration.between(lease.issuedAt(), lease.validUntil());
    Duration left = Duration.between(now, lease.validUntil());
    return new HeldLease(
        signed, lease, stated.compareTo(left) < 0 ? stated : left, Duration.ZERO, nanos);
  }

  /** A lease that was on disk when the process started. */
  static HeldLease remembered(Kept kept, Lease lease, long nanos) {
    return new HeldLease(
        kept.lease(),
        lease,
        Duration.ofMillis(kept.lengthMillis()),
        Duration.ofMillis(kept.usedMillis()),
        nanos);
  }

  Lease lease() {
    return lease;
  }

  boolean inForce(Instant now, long nanos) {
    return now.isBefore(lease.validUntil()) && used(nanos).compareTo(length) < 0;
  }

  Kept kept(long nanos) {
    return new Kept(signed, length.toMillis(), used(nanos).toMillis());
  }

  private Duration used(long nanos) {
    return usedBefore.plusNanos(nanos - since);
  }
}
