package org.govshare.node.run;

/**
 * A cause that retrying does not mend. Its detail goes to the centre and the other end, so it names
 * tables and columns but never values of rows.
 */
public final class RunFailure extends RuntimeException {
  private final String reason;

  /**
   * A failure.
   *
   * @param reason kebab-case code
   * @param detail the same in words
   */
  public RunFailure(String reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  /** Kebab-case code. */
  public String reason() {
    return reason;
  }
}
