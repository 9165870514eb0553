package org.govshare.node.run;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells causes that retrying does not mend from those that it may. */
public final class SqlFailures {
  /** State of a unique key that was violated. */
  public static final String UNIQUE_VIOLATION = "23505";

  private SqlFailures() {}

  /** The permanent failure that an exception stands for, or null when it may pass. */
  public static RunFailure permanent(SQLException exception) {
    String state = exception.getSQLState();
    if (state == null || state.length() < 2) {
      return null;
    }
    return switch (state.substring(0, 2)) {
      case "22" -> new RunFailure("value-refused", describe(exception));
      case "23" -> new RunFailure("constraint-violated", describe(exception));
      case "P0" -> new RunFailure("trigger-refused", describe(exception));
      // A row is larger than the database can keep or index.
      case "54" -> new RunFailure("value-refused", describe(exception));
      case "0A" -> new RunFailure("not-supported", describe(exception));
      case "42" ->
          state.equals("42501")
              ? new RunFailure("permission-missing", describe(exception))
              : new RunFailure("schema-drift", describe(exception));
      default -> null;
    };
  }

  /**
   * Whether it is for a row that the database refuses, so that the others can be written without
   * it. Bytes that are no rows at all are nobody's row.
   */
  public static boolean ofRow(SQLException exception) {
    String state = exception.getSQLState();
    if (state == null || state.length() < 2 || state.equals("22P04")) {
      return false;
    }
    return switch (state.substring(0, 2)) {
      case "22", "23", "54", "P0" -> true;
      default -> false;
    };
  }

  /** Whether it may be otherwise once other rows are written. */
  public static boolean ofOthers(SQLException exception) {
    return exception.getSQLState() != null && exception.getSQLState().startsWith("23");
  }

  /** The server's account of a failure, which names the constraint and the column; may be null. */
  public static ServerErrorMessage server(SQLException exception) {
    return exception instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
  }

  /** Whether a unique key was violated. */
  public static boolean uniqueViolation(SQLException exception) {
    return UNIQUE_VIOLATION.equals(exception.getSQLState());
  }

  /** Whether rows that are yet to come may mend it: a value not free, or a row not there. */
  public static boolean mayBeFreed(SQLException exception) {
    String state = exception.getSQLState();
    return "23503".equals(state) || UNIQUE_VIOLATION.equals(state) || "23P01".equals(state);
  }

  /** The server's words without the values of rows, which it puts into detail and context. */
  private static String describe(SQLException exception) {
    ServerErrorMessage server = server(exception);
    if (server == null) {
      return "the database refused it with state " + exception.getSQLState();
    }
    StringBuilder words = new StringBuilder("state ").append(exception.getSQLState());
    append(words, "table", server.getTable());
    append(words, "column", server.getColumn());
    append(words, "constraint", server.getConstraint());
    if (exception.getSQLState().startsWith("42") || exception.getSQLState().startsWith("0A")) {
      append(words, "message", server.getMessage());
    }
    return words.toString();
  }

  private static void append(StringBuilder words, String label, String value) {
    if (value != null) {
      words.append(", ").append(label).append(' ').append(value);
    }
  }
}
