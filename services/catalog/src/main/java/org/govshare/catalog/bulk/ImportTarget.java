package org.govshare.catalog.bulk;

/** What imported resources become. */
public enum ImportTarget {
  /** Drafts, which go the usual way. */
  DRAFT,
  /** Published ones: an existing approved catalogue is taken over. */
  PUBLISHED
}
