package org.govshare.catalog.organisation;

/** What becomes of many entries that are taken in at once. */
public enum IntakeMode {
  /** Nothing is written; every fault is found. */
  CHECK,
  /** All are written, or none if one has a fault. */
  ALL,
  /** Those without a fault are written. */
  GOOD;

  boolean writes(boolean faultless) {
    return this == GOOD || (this == ALL && faultless);
  }
}
