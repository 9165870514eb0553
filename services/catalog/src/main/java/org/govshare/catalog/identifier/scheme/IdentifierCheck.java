package org.govshare.catalog.identifier.scheme;

import java.util.List;
import java.util.Optional;

/**
 * What a check of an identifier found.
 *
 * @param identifier what was checked
 * @param reason key of the fault as in {@code field.<reason>} of the problem texts, empty if it is
 *     valid
 * @param arguments values set into that text
 * @param suggestion what was probably meant, empty if that cannot be told
 */
public record IdentifierCheck(
    String identifier,
    Optional<String> reason,
    List<Object> arguments,
    Optional<String> suggestion) {

  static IdentifierCheck valid(String identifier) {
    return new IdentifierCheck(identifier, Optional.empty(), List.of(), Optional.empty());
  }

  static IdentifierCheck fault(String identifier, String reason, Object... arguments) {
    return new IdentifierCheck(
        identifier, Optional.of(reason), List.of(arguments), Optional.empty());
  }

  IdentifierCheck suggesting(String mended) {
    return new IdentifierCheck(identifier, reason, arguments, Optional.of(mended));
  }

  /** Whether nothing is wrong with it. */
  public boolean isValid() {
    return reason.isEmpty();
  }
}
