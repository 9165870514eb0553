package org.govshare.protocol.control;

/** Which end of a channel a node is. */
public enum Side {
  /** Reads and sends. */
  SOURCE,
  /** Receives and commits. */
  TARGET
}
