package org.govshare.protocol.frame;

/** What a frame says. */
public enum FrameKind {
  /** Asks the target for an epoch and the position to read from. */
  OPEN(1),
  /** Carries rows. */
  DATA(2),
  /** Ends a run with its totals. */
  END(3);

  private final int number;

  FrameKind(int number) {
    this.number = number;
  }

  /** Number on the wire. */
  public int number() {
    return number;
  }

  /** Kind of a number on the wire, or null if there is none. */
  public static FrameKind of(int number) {
    return number >= 1 && number <= 3 ? values()[number - 1] : null;
  }
}
