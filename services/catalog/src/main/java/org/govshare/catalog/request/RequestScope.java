package org.govshare.catalog.request;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;
import static org.govshare.platform.identity.Roles.REQUESTER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import java.util.ArrayList;
import java.util.List;
import org.govshare.platform.identity.Caller;

/**
 * Which requests the caller sees, as a condition of the query language: the compliance reviewer all
 * of them, a department those it made and those made to it.
 *
 * @param condition where clause over {@code AccessRequest}
 * @param parameters its positional parameters
 */
record RequestScope(String condition, List<Object> parameters) {

  static RequestScope visible(Caller caller) {
    if (caller.hasRole(SHARING_REVIEWER)) {
      return new RequestScope("1 = 1", List.of());
    }
    caller.requireRole(REQUESTER, CATALOG_EDITOR, DEPARTMENT_REVIEWER);
    String own = caller.requireAnyDepartment();
    return new RequestScope("(requesterDepartment = ?1 or providerDepartment = ?1)", List.of(own));
  }

  static RequestScope mine(Caller caller) {
    caller.requireRole(REQUESTER, CATALOG_EDITOR, DEPARTMENT_REVIEWER);
    return new RequestScope("requesterDepartment = ?1", List.of(caller.requireAnyDepartment()));
  }

  /** Requests that wait for the caller; none for a caller who decides on none. */
  static RequestScope todo(Caller caller) {
    List<String> waiting = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    if (caller.hasRole(SHARING_REVIEWER)) {
      parameters.add(RequestState.SUBMITTED);
      waiting.add("state = ?" + parameters.size());
    }
    if (caller.hasRole(DEPARTMENT_REVIEWER) && caller.department().isPresent()) {
      parameters.add(RequestState.COMPLIANCE_PASSED);
      String state = "state = ?" + parameters.size();
      parameters.add(caller.department().get());
      waiting.add("(" + state + " and providerDepartment = ?" + parameters.size() + ")");
    }
    if (waiting.isEmpty()) {
      return new RequestScope("1 = 0", List.of());
    }
    return new RequestScope("(" + String.join(" or ", waiting) + ")", parameters);
  }

  RequestScope inState(RequestState state) {
    if (state == null) {
      return this;
    }
    List<Object> more = new ArrayList<>(parameters);
    more.add(state);
    return new RequestScope(condition + " and state = ?" + more.size(), more);
  }

  boolean covers(AccessRequest request, Caller caller) {
    return parameters.isEmpty()
        || caller.isOf(request.requesterDepartment())
        || caller.isOf(request.providerDepartment());
  }
}
