package org.govshare.catalog.demand;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;
import static org.govshare.platform.identity.Roles.REQUESTER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import java.util.Optional;
import org.govshare.catalog.search.SearchText;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.InputChecks;

/**
 * Which needs a list holds; what is absent does not narrow it.
 *
 * @param department code of the department that needs
 * @param provider code of the department that has it, is named for it or is thought to have it
 * @param state where it stands
 * @param text part of the name
 */
record DemandFilter(String department, String provider, String state, String text) {

  DemandFilter {
    new InputChecks()
        .optionalText("department", department, DemandInput.NAME_LIMIT)
        .optionalText("provider", provider, DemandInput.NAME_LIMIT)
        .optionalText("state", state, DemandInput.NAME_LIMIT)
        .optionalText("q", text, SearchText.QUERY_LIMIT)
        .done();
  }

  /** The department to whose needs and offers the caller is confined; empty for the authority. */
  static Optional<String> confinedTo(Caller caller) {
    if (caller.hasRole(SHARING_REVIEWER)) {
      return Optional.empty();
    }
    caller.requireRole(REQUESTER, CATALOG_EDITOR, DEPARTMENT_REVIEWER);
    return Optional.of(caller.requireAnyDepartment());
  }

  /** A pattern for {@code LIKE}, or {@code null}. */
  String pattern() {
    return text == null || text.isBlank() ? null : SearchText.likePattern(text.strip());
  }
}
