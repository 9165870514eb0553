package org.govshare.portal.user;

import java.util.List;

/**
 * The signed-in user.
 *
 * @param name account name
 * @param displayName name to show; the account name where the realm has no other
 * @param department the department the account belongs to, or null for 三员
 * @param roles the platform's roles the user holds, sorted
 */
record Me(String name, String displayName, Department department, List<String> roles) {

  /**
   * A department.
   *
   * @param code its code
   * @param name its name, or the code where the catalogue could not be asked
   */
  record Department(String code, String name) {}
}
