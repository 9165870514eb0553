package org.govshare.catalog.bulk.reading;

import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.identifier.scheme.IdentifierCheck;
import org.govshare.catalog.identifier.scheme.IdentifierScheme;

/** Reads identifiers, which must fit the scheme. */
final class Codes {

  private Codes() {}

  /** The identifier, {@code null} if there is none or it does not fit. */
  static String read(String cell, IdentifierScheme scheme, ResourceFaults faults) {
    if (cell == null) {
      return null;
    }
    IdentifierCheck check = scheme.check(Interpreter.halfWidth(cell).replaceAll("\\s", ""));
    if (check.isValid()) {
      return check.identifier();
    }
    faults.suggest(
        TemplateColumn.CODE,
        check.suggestion().orElse(null),
        check.reason().orElse("identifier-malformed"),
        check.arguments().toArray());
    return null;
  }
}
