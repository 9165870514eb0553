package org.govshare.catalog.subscription;

/** When a subscriber is told. */
public enum Delivery {
  /** With each event. */
  IMMEDIATE,
  /** Once a day, all events together. */
  DAILY
}
