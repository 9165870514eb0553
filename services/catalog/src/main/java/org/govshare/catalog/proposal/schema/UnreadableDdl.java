package org.govshare.catalog.proposal.schema;

import java.util.List;

/** Ends the reading of one statement; carries no stack trace, for there may be many. */
final class UnreadableDdl extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient DdlFault fault;

  UnreadableDdl(int line, String reason, Object... arguments) {
    super(reason, null, false, false);
    this.fault = new DdlFault(line, reason, List.of(arguments));
  }

  DdlFault fault() {
    return fault;
  }
}
