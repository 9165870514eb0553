package org.govshare.node.guard;

/**
 * The node's own department does not let a run send, for now. Its detail goes to the centre, so it
 * never names values of rows.
 */
public final class Withheld extends RuntimeException {
  /** A hold of the provider's operator is on it. */
  public static final String HELD = "held-by-provider";

  /** Nobody has approved what it would take. */
  public static final String MISSING = "approval-missing";

  /** It would take more than what was approved. */
  public static final String BEYOND = "beyond-approval";

  /** What was approved has come to its end. */
  public static final String EXPIRED = "approval-expired";

  /** The provider's operator has said no. */
  public static final String REFUSED = "approval-refused";

  /** The approval on disk is not as it was signed. */
  public static final String ALTERED = "approval-altered";

  private static final long serialVersionUID = 1L;

  private final String reason;

  /** Withheld for a reason, and the same in words. */
  public Withheld(String reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  /** Kebab-case code. */
  public String reason() {
    return reason;
  }

  /** Whether it says the same. */
  public boolean same(Withheld other) {
    return other != null && reason.equals(other.reason) && getMessage().equals(other.getMessage());
  }
}
