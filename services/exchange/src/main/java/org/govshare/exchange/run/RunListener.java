package org.govshare.exchange.run;

import io.smallrye.mutiny.Uni;

/** Learns that runs have ended, in the transaction in which they do. */
public interface RunListener {

  /** A run has ended; what fails here keeps it from ending. */
  Uni<Void> ended(RunEnded event);
}
