package org.govshare.protocol.control;

import java.util.List;
import java.util.Objects;

/**
 * One step of a value on its way into the target's column.
 *
 * @param function what is done
 * @param arguments with what, as the function asks
 */
public record MappingStep(MappingFunction function, List<String> arguments) {

  /** Refuses a step whose arguments are not those of its function. */
  public MappingStep {
    Objects.requireNonNull(function, "function");
    arguments = arguments == null ? List.of() : List.copyOf(arguments);
    if (function.wrong(arguments) != null) {
      throw new IllegalArgumentException(function + " does not take " + arguments.size());
    }
  }
}
