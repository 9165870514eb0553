package org.govshare.exchange.grant;

/** State of a grant. */
public enum GrantState {
  /** In force. */
  ACTIVE,
  /** Its time has run out. */
  EXPIRED,
  /** The provider took it back. */
  REVOKED
}
