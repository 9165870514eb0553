package org.govshare.protocol.control;

/** Whether a table's changes can be captured by triggers without missing any. */
public enum CaptureFitness {
  /** They can. */
  FIT,
  /** Partitions come and go with their rows, and no trigger fires. */
  PARTITIONED,
  /** It has child tables, whose rows are read with it but fire no trigger of it. */
  INHERITED,
  /** A crash of the database empties it, and no trigger fires. */
  UNLOGGED,
  /** It is a view, a foreign table or the like. */
  NO_TABLE
}
