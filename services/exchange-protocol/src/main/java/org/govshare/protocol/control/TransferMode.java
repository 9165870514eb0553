package org.govshare.protocol.control;

/** What a run transfers. */
public enum TransferMode {
  /** The whole table, in key order. */
  FULL,
  /** Rows at or after the last watermark and key. Sees no deletes. */
  INCREMENT,
  /** A copy at first, then every change that triggers have recorded, deletes included. */
  CAPTURE
}
