package org.govshare.monitoring.intake;

/** A message that can never be taken in, however often it comes. */
public class UnusableMessage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason what is wrong with it, without any of its content
   */
  public UnusableMessage(String reason) {
    super(reason, null, false, false);
  }
}
