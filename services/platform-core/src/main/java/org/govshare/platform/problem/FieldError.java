package org.govshare.platform.problem;

import java.util.List;
import java.util.Objects;

/**
 * One fault in the input: which field, in which row if the input is a table, and why.
 *
 * @param field name of the field as the caller wrote it, for example {@code items[2].length}
 * @param row row of the input, counted from 1, or {@code null} if the input has no rows
 * @param reason key of the message, looked up as {@code field.<reason>} in the problem texts
 * @param arguments values set into the message
 */
public record FieldError(String field, Integer row, String reason, List<Object> arguments) {

  public FieldError {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(reason, "reason");
    arguments = List.copyOf(arguments);
  }

  /** A fault in a field of an input without rows. */
  public static FieldError of(String field, String reason, Object... arguments) {
    return new FieldError(field, null, reason, List.of(arguments));
  }
}
