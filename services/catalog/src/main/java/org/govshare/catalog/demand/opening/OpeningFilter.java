package org.govshare.catalog.demand.opening;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import org.govshare.catalog.search.SearchText;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.InputChecks;

/**
 * Which entries a list holds; what is {@code null} does not narrow it.
 *
 * @param department code of the department
 * @param status where they stand
 * @param review where the authority's review stands
 * @param pattern for {@code LIKE} on the name
 */
record OpeningFilter(
    String department, OpeningStatus status, OpeningReview review, String pattern) {

  /** The filter a caller asks for, confined to what they may see. */
  static OpeningFilter of(
      Caller caller, String department, OpeningStatus status, OpeningReview review, String text) {
    new InputChecks()
        .optionalText("department", department, 100)
        .optionalText("q", text, SearchText.QUERY_LIMIT)
        .done();
    String pattern = text == null || text.isBlank() ? null : SearchText.likePattern(text.strip());
    return new OpeningFilter(confined(caller, department), status, review, pattern);
  }

  private static String confined(Caller caller, String department) {
    if (caller.hasRole(CATALOG_PUBLISHER, SHARING_REVIEWER)) {
      return department;
    }
    caller.requireRole(CATALOG_EDITOR, DEPARTMENT_REVIEWER);
    String own = caller.requireAnyDepartment();
    if (department != null) {
      caller.requireDepartment(department);
    }
    return own;
  }

  static OpeningFilter ofDepartment(String department) {
    return new OpeningFilter(department, null, null, null);
  }
}
