package org.govshare.protocol.control;

/** What became of a row that did not fit. */
public enum ParkedState {
  /** It is kept, and waits to be mended. */
  WAITING,
  /** A later version of it came. */
  SUPERSEDED,
  /** It fitted later, when other rows had come. */
  MENDED,
  /** Somebody decided that it is not needed. */
  DISCARDED
}
