package org.govshare.exchange.intake;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.hibernate.StaleStateException;

/** Tells failures of the moment, such as a database that restarts, from all others. */
final class Passing {

  /** SQLSTATE classes: connection, resources, operator intervention, conflict with another. */
  private static final List<String> STATES = List.of("08", "53", "57", "40", "55");

  private static final int DEPTH = 20;

  private Passing() {}

  static boolean isPassing(Throwable failure) {
    Throwable at = failure;
    for (int depth = 0; at != null && depth < DEPTH; depth++) {
      if (at instanceof PgException database) {
        String state = String.valueOf(database.getSqlState());
        return STATES.stream().anyMatch(state::startsWith);
      }
      if (at instanceof IOException
          || at instanceof TimeoutException
          || at instanceof StaleStateException
          || at.getClass().getName().startsWith("io.vertx.core.")) {
        return true;
      }
      at = at.getCause();
    }
    return false;
  }
}
