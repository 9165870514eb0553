package org.govshare.protocol.channel;

/** How a run's rows get into the target table. */
public enum ApplyMode {
  /** Not decided: the run has brought no rows yet. */
  UNDECIDED,
  /** Copied straight in, because the table was empty when the run's first rows came. */
  DIRECT,
  /** Copied into a staging table, then inserted or updated by key. */
  UPSERT,
  /** Copied into a shadow table, which takes the place of the table's content at the end. */
  SHADOW
}
