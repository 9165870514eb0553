package org.govshare.platform.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gathers every fault of an input, so that the caller sees all of them at once. Not thread-safe:
 * one request uses one instance.
 *
 * <pre>{@code
 * new InputChecks()
 *     .text("name", input.name(), 200)
 *     .that(input.rowCount() >= 0, "rowCount", "negative")
 *     .done();
 * }</pre>
 */
public final class InputChecks {

  private final List<FieldError> errors = new ArrayList<>();

  /**
   * The body of a request that must have one.
   *
   * @throws Problem if it is absent (400)
   */
  public static <T> T body(T body) {
    if (body == null) {
      throw new Problem(400, "unreadable-json");
    }
    return body;
  }

  /** The value must be there; a blank text counts as absent. */
  public InputChecks required(String field, Object value) {
    return that(
        value != null && !(value instanceof String text && text.isBlank()), field, "required");
  }

  /** The text must show something, be without control characters, and not above the limit. */
  public InputChecks text(String field, String value, int limit) {
    if (value == null || value.codePoints().noneMatch(InputChecks::isSeen)) {
      return add(FieldError.of(field, "required"));
    }
    return optionalText(field, value, limit);
  }

  /**
   * The text may be absent; if it is there, it fits the limit and has no characters that control
   * how it is shown, nor halves of characters, which no database keeps.
   */
  public InputChecks optionalText(String field, String value, int limit) {
    if (value == null) {
      return this;
    }
    if (value.codePointCount(0, value.length()) > limit) {
      return add(FieldError.of(field, "too-long", limit));
    }
    return that(value.codePoints().allMatch(InputChecks::isPrintable), field, "control-character");
  }

  private static boolean isPrintable(int character) {
    if (character == '\n' || character == '\r' || character == '\t') {
      return true;
    }
    // Overrides of the writing direction make a text look like another one.
    return !Character.isISOControl(character)
        && Character.getType(character) != Character.SURROGATE
        && !(character >= 0x202A && character <= 0x202E)
        && !(character >= 0x2066 && character <= 0x2069);
  }

  private static boolean isSeen(int character) {
    return !Character.isWhitespace(character)
        && !Character.isSpaceChar(character)
        && Character.getType(character) != Character.FORMAT;
  }

  /** Records a fault unless the rule holds. */
  public InputChecks that(boolean holds, String field, String reason, Object... arguments) {
    return holds ? this : add(FieldError.of(field, reason, arguments));
  }

  /** Runs further checks on a part of the input if it is there; records its absence if not. */
  public <T> InputChecks with(String field, T value, Consumer<T> checks) {
    if (value == null) {
      return add(FieldError.of(field, "required"));
    }
    checks.accept(value);
    return this;
  }

  /** Records a fault. */
  public InputChecks add(FieldError error) {
    errors.add(error);
    return this;
  }

  /** Whether no fault was found so far. */
  public boolean passed() {
    return errors.isEmpty();
  }

  /**
   * Ends the checks.
   *
   * @throws InvalidInput naming every fault, if there is one
   */
  public void done() {
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }
}
