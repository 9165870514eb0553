package org.govshare.protocol.frame;

/** How a frame's rows are compressed before they are encrypted. */
public enum Codec {
  /** Not at all. */
  NONE(0),
  /** One Zstandard frame. */
  ZSTD(1);

  private final int number;

  Codec(int number) {
    this.number = number;
  }

  /** Number on the wire. */
  public int number() {
    return number;
  }

  /** Codec of a number on the wire, or null if there is none. */
  public static Codec of(int number) {
    return number >= 0 && number <= 1 ? values()[number] : null;
  }
}
