package org.govshare.catalog.lifecycle;

/** What the publisher decides. */
public enum PublicationDecision {
  /** Into the catalogue. */
  PUBLISH,
  /** Back to its editor. */
  RETURN
}
