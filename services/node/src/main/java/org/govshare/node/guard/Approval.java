package org.govshare.node.guard;

import java.time.Instant;
import java.util.Objects;

/**
 * The provider's word that something may leave, as it is signed with the node's key.
 *
 * @param version of this form, 1
 * @param node code of the node
 * @param subject what may leave, and to whom
 * @param approvedBy the account at this machine that approved it
 * @param approvedAt when
 * @param notAfter when it ends
 */
public record Approval(
    int version,
    String node,
    Subject subject,
    String approvedBy,
    Instant approvedAt,
    Instant notAfter) {
  static final int VERSION = 1;

  /** Refuses what no approval may lack. */
  public Approval {
    if (version != VERSION) {
      throw new IllegalArgumentException("an approval of version " + version + " is not known");
    }
    Objects.requireNonNull(node, "node");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(approvedAt, "approvedAt");
    Objects.requireNonNull(notAfter, "notAfter");
  }
}
