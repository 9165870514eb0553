package org.govshare.exchange.service;

import org.govshare.protocol.control.TransferMode;

/** What a run of a service transfers. */
public enum Mode {
  /** The whole table. */
  FULL,
  /** Rows that are new or changed since the last run, by watermark and key. Sees no deletes. */
  INCREMENT,
  /** A copy at first, then every change, deletes included. */
  CAPTURE;

  /** The same for the nodes. */
  public TransferMode transfer() {
    return TransferMode.valueOf(name());
  }
}
