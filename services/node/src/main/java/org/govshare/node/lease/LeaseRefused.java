package org.govshare.node.lease;

/** A command brings no lease, or one that does not allow what it asks. */
public final class LeaseRefused extends RuntimeException {
  private final String reason;

  LeaseRefused(String reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  /** Kebab-case code. */
  public String reason() {
    return reason;
  }
}
