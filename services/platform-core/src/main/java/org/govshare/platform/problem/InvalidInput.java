package org.govshare.platform.problem;

import java.util.List;

/** The request cannot be understood or breaks a rule on its fields (400). */
public class InvalidInput extends Problem {

  private static final long serialVersionUID = 1L;

  /**
   * @param errors the faults, at least one
   */
  public InvalidInput(List<FieldError> errors) {
    super(400, "invalid-input", List.of(), errors);
    if (errors.isEmpty()) {
      throw new IllegalArgumentException("Invalid input names at least one fault");
    }
  }

  /** A single fault. */
  public InvalidInput(String field, String reason, Object... arguments) {
    this(List.of(FieldError.of(field, reason, arguments)));
  }
}
