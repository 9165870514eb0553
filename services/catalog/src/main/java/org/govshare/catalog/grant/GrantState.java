package org.govshare.catalog.grant;

/** Whether a grant holds. */
public enum GrantState {
  /** It holds. */
  ACTIVE,
  /** Its time is over. */
  EXPIRED,
  /** It was taken back. */
  REVOKED
}
