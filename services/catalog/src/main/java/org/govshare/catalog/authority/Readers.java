package org.govshare.catalog.authority;

import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Forbidden;

/** Who reads what is said on sources: everybody but the 三员, who see no business data. */
final class Readers {

  private Readers() {}

  static void require(Caller caller) {
    if (caller.roles().stream().anyMatch(Roles.SEPARATED::contains)) {
      throw new Forbidden("business-data");
    }
  }
}
