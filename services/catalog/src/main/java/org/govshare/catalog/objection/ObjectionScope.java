package org.govshare.catalog.objection;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;
import static org.govshare.platform.identity.Roles.REQUESTER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.identity.Caller;

/**
 * Which objections the caller sees, as a condition of the query language: the authority all of
 * them, a department those it made and those made to it.
 *
 * @param condition where clause over {@code Objection}
 * @param parameters its positional parameters
 */
record ObjectionScope(String condition, List<Object> parameters) {

  static ObjectionScope of(Caller caller, ObjectionRole role) {
    if (role == null && caller.hasRole(SHARING_REVIEWER)) {
      return new ObjectionScope("1 = 1", List.of());
    }
    caller.requireRole(REQUESTER, CATALOG_EDITOR, DEPARTMENT_REVIEWER, SHARING_REVIEWER);
    List<Object> own = List.of(caller.requireAnyDepartment());
    return new ObjectionScope(
        role == null
            ? "(reporterDepartment = ?1 or providerDepartment = ?1)"
            : role == ObjectionRole.reported
                ? "reporterDepartment = ?1"
                : "providerDepartment = ?1",
        own);
  }

  /** Whether the caller may know of an objection. */
  static boolean covers(Caller caller, Objection objection) {
    return of(caller, null).parameters().isEmpty() || objection.concerns(caller);
  }

  ObjectionScope inState(ObjectionState state) {
    return state == null ? this : and("state = ?", state);
  }

  ObjectionScope on(UUID resourceId) {
    return resourceId == null
        ? this
        : and(
                "resourceId in (select v.id from InformationResource v, InformationResource r"
                    + " where v.seriesId = r.seriesId and r.id = ?",
                resourceId)
            .closed();
  }

  private ObjectionScope and(String more, Object value) {
    List<Object> values = new ArrayList<>(parameters);
    values.add(value);
    return new ObjectionScope(condition + " and " + more + values.size(), values);
  }

  private ObjectionScope closed() {
    return new ObjectionScope(condition + ")", parameters);
  }
}
