package org.govshare.catalog.organisation;

import java.util.UUID;

/** An entry of a department as it is shown. */
public interface EntryView {

  /** Identity. */
  UUID id();

  /** Counts its changes. */
  long revision();
}
