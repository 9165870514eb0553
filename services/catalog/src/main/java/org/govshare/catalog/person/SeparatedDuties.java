package org.govshare.catalog.person;

import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Forbidden;

/** 三员: they look after the platform and see nothing of the departments' business. */
public final class SeparatedDuties {

  private SeparatedDuties() {}

  /**
   * Lets everybody pass but them.
   *
   * @throws Forbidden if the caller is one of them (403)
   */
  public static void refuse(Caller caller) {
    if (caller.roles().stream().anyMatch(Roles.SEPARATED::contains)) {
      throw new Forbidden("business-data");
    }
  }
}
