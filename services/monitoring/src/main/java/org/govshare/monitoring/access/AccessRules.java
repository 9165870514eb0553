package org.govshare.monitoring.access;

import java.util.Optional;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Forbidden;

/** Who may see what of the monitoring. Whatever no rule allows is refused. */
public final class AccessRules {

  private static final String[] WHOLE_PLATFORM = {
    Roles.MONITOR, Roles.EXCHANGE_OPERATOR, Roles.EXCHANGE_DESIGNER
  };

  private static final String[] SERVICES = {
    Roles.MONITOR,
    Roles.EXCHANGE_OPERATOR,
    Roles.EXCHANGE_DESIGNER,
    Roles.NODE_OPERATOR,
    Roles.CATALOG_EDITOR,
    Roles.DEPARTMENT_REVIEWER,
    Roles.REQUESTER
  };

  private AccessRules() {}

  /**
   * Lets those pass who watch the whole platform.
   *
   * @throws Forbidden for everybody else (403)
   */
  public static void requireWholePlatform(Caller caller) {
    caller.requireRole(WHOLE_PLATFORM);
  }

  /**
   * Whose services the caller may see.
   *
   * @return the one department whose services these are, as source or as target; empty for all
   * @throws Forbidden if the caller may see none (403)
   */
  public static Optional<String> departmentSeen(Caller caller) {
    caller.requireRole(SERVICES);
    return caller.hasRole(WHOLE_PLATFORM)
        ? Optional.empty()
        : Optional.of(caller.requireAnyDepartment());
  }
}
