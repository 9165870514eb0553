package org.govshare.catalog.organisation;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;

import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Forbidden;

/** Who may see and who may write what belongs to a department. */
public final class EntryAccess {

  private EntryAccess() {}

  /**
   * The department for which a caller writes: editors for their own, the publisher for any.
   *
   * @param asked the department named, may be absent
   * @throws Forbidden if it is none the caller may write for (403)
   */
  public static String department(Caller caller, String asked) {
    caller.requireRole(CATALOG_EDITOR, CATALOG_PUBLISHER);
    String department = asked == null ? caller.requireAnyDepartment() : asked;
    requireWriter(caller, department);
    return department;
  }

  /**
   * @throws Forbidden if the caller may not write for this department (403)
   */
  public static void requireWriter(Caller caller, String department) {
    caller.requireRole(CATALOG_EDITOR, CATALOG_PUBLISHER);
    if (!caller.hasRole(CATALOG_PUBLISHER)) {
      caller.requireDepartment(department);
    }
  }
}
