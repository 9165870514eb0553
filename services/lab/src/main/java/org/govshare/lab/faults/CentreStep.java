package org.govshare.lab.faults;

import java.util.Locale;

/** Steps at which the exchange service can be ordered to die, named as it names them. */
enum CentreStep {
  RECEIPT_BEFORE_COMMIT,
  RECEIPT_AFTER_COMMIT,
  RECEIPT_AFTER_ACCEPT,
  EVENT_BEFORE_COMMIT,
  EVENT_AFTER_COMMIT,
  EVENT_AFTER_ACCEPT;

  /** How an order names it. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
