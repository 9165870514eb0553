package org.govshare.catalog.export;

/** Which of a resource's items and relations are shown. */
public enum ItemScope {
  /** All. */
  ALL,
  /** Open items, and relations to open resources, alone. */
  OPEN
}
