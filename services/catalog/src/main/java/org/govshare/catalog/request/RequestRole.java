package org.govshare.catalog.request;

/** Whose requests a list holds. */
public enum RequestRole {
  /** Those of the caller’s department. */
  mine,
  /** Those that wait for the caller. */
  todo
}
