package org.govshare.catalog.bulk;

/** What is imported. */
public enum ImportMode {
  /** Everything, on condition that nothing is wrong. */
  ALL,
  /** The resources with which nothing is wrong. */
  GOOD
}
