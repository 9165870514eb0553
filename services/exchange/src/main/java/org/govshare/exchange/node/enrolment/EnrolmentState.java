package org.govshare.exchange.node.enrolment;

/** How far the taking in of a node is. */
public enum EnrolmentState {
  /** The code is out. */
  ISSUED,
  /** A node has answered with the code; its fingerprint is to be compared. */
  CLAIMED,
  /** The fingerprint was right, and the node is registered. */
  CONFIRMED,
  /** Called off, or another code was given out in its place. */
  CANCELLED,
  /** No node answered in time. */
  EXPIRED
}
