package org.govshare.node.guard;

import java.time.Instant;
import org.govshare.protocol.control.StartRun;

/**
 * A stop that the provider's operator has put on what leaves the node. It lasts until it is lifted.
 *
 * @param kind what it is on
 * @param name of the run, the service ({@code code}) or the table ({@code schema.table}); empty for
 *     everything
 * @param note why, for the centre too; may be empty
 * @param by the account at this machine that asked for it
 * @param since when
 */
public record Hold(Kind kind, String name, String note, String by, Instant since) {
  /** The longest note. */
  public static final int NOTE = 300;

  /** What a hold is on. */
  public enum Kind {
    /** Everything that leaves the node. */
    ALL,
    /** A table. */
    TABLE,
    /** A service. */
    SERVICE,
    /** A run. */
    RUN
  }

  /** Refuses a hold whose name is not that of its kind. */
  public Hold {
    if ((kind == Kind.ALL) != name.isEmpty()) {
      throw new IllegalArgumentException(kind + " does not go with the name '" + name + "'");
    }
    if (note.length() > NOTE) {
      throw new IllegalArgumentException("a note has at most " + NOTE + " characters");
    }
  }

  boolean on(StartRun command) {
    return switch (kind) {
      case ALL -> true;
      case TABLE -> onTable(command.schema(), command.table());
      case SERVICE -> name.equals(command.serviceCode());
      case RUN -> name.equals(command.runId().toString());
    };
  }

  boolean onTable(String schema, String table) {
    return kind == Kind.ALL || kind == Kind.TABLE && name.equals(schema + "." + table);
  }

  boolean is(Kind otherKind, String otherName) {
    return kind == otherKind && name.equals(otherName);
  }

  /** What it is on, in words. */
  public String what() {
    return switch (kind) {
      case ALL -> "everything";
      case TABLE -> "table " + name;
      case SERVICE -> "service " + name;
      case RUN -> "run " + name;
    };
  }
}
