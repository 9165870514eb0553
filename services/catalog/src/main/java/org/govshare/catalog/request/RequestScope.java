package org.govshare.catalog.request;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;
import static org.govshare.platform.identity.Roles.REQUESTER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
      String drafting =
          caller.hasRole(REQUESTER, CATALOG_EDITOR, DEPARTMENT_REVIEWER)
              ? caller.department().orElse("")
              : "";
      return new RequestScope(
          "(state <> ?1 or requesterDepartment = ?2)", List.of(RequestState.DRAFT, drafting));
    }
    caller.requireRole(REQUESTER, CATALOG_EDITOR, DEPARTMENT_REVIEWER);
    String own = caller.requireAnyDepartment();
    return new RequestScope(
        "(requesterDepartment = ?1 or (providerDepartment = ?1 and state <> ?2))",
        List.of(own, RequestState.DRAFT));
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
      parameters.add(List.of(RequestState.SUBMITTED, RequestState.OBJECTED));
      waiting.add("state in ?" + parameters.size());
    }
    if (caller.hasRole(DEPARTMENT_REVIEWER) && caller.department().isPresent()) {
      parameters.add(RequestState.COMPLIANCE_PASSED);
      String state = "state = ?" + parameters.size();
      parameters.add(caller.department().get());
      waiting.add("(" + state + " and providerDepartment = ?" + parameters.size() + ")");
    }
    if (caller.hasRole(REQUESTER) && caller.department().isPresent()) {
      parameters.add(RequestState.RETURNED);
      String state = "state = ?" + parameters.size();
      parameters.add(caller.department().get());
      waiting.add("(" + state + " and requesterDepartment = ?" + parameters.size() + ")");
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

  /** Those that ask for any version of the series a resource belongs to. */
  RequestScope on(UUID resourceId) {
    if (resourceId == null) {
      return this;
    }
    List<Object> more = new ArrayList<>(parameters);
    more.add(resourceId);
    return new RequestScope(
        condition
            + " and resourceId in (select r.id from InformationResource r where r.seriesId ="
            + " (select a.seriesId from InformationResource a where a.id = ?"
            + more.size()
            + "))",
        more);
  }

  /** Whether the caller sees a request: a draft is seen by its own department alone. */
  static boolean sees(Caller caller, AccessRequest request) {
    if (caller.isOf(request.requesterDepartment())
        && caller.hasRole(REQUESTER, CATALOG_EDITOR, DEPARTMENT_REVIEWER)) {
      return true;
    }
    return request.state() != RequestState.DRAFT
        && (caller.hasRole(SHARING_REVIEWER)
            || (caller.isOf(request.providerDepartment())
                && caller.hasRole(REQUESTER, CATALOG_EDITOR, DEPARTMENT_REVIEWER)));
  }
}
