package org.govshare.catalog.grant;

/** Whose grants a list holds. */
public enum GrantRole {
  /** Who holds what of mine: those the caller’s department gave. */
  given,
  /** What we hold: those the caller’s department was given. */
  held
}
