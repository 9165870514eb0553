package org.govshare.catalog.resource;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Forbidden;

/**
 * Who sees what: published resources are seen by everybody who is signed in; what a department is
 * still working on, by its own editors and reviewers; what it has passed on, by the publisher too.
 */
public final class Visibility {

  private static final Set<ResourceState> PASSED_ON =
      EnumSet.of(
          ResourceState.REGISTERED,
          ResourceState.PUBLISHED,
          ResourceState.WITHDRAWN,
          ResourceState.SUPERSEDED);

  private Visibility() {}

  /** Whether the caller may know of this resource. */
  public static boolean sees(Caller caller, InformationResource resource) {
    return resource.state() == ResourceState.PUBLISHED
        || (caller.hasRole(CATALOG_EDITOR, DEPARTMENT_REVIEWER)
            && caller.isOf(resource.departmentCode()))
        || (caller.hasRole(CATALOG_PUBLISHER) && PASSED_ON.contains(resource.state()));
  }

  /**
   * The department to which a list of this state is confined for the caller.
   *
   * @return empty if the caller sees that state everywhere
   * @throws Forbidden if the caller sees it nowhere (403)
   */
  static Optional<String> confinedTo(Caller caller, ResourceState state) {
    if (state == ResourceState.PUBLISHED
        || (caller.hasRole(CATALOG_PUBLISHER) && PASSED_ON.contains(state))) {
      return Optional.empty();
    }
    caller.requireRole(CATALOG_EDITOR, DEPARTMENT_REVIEWER);
    return Optional.of(caller.requireAnyDepartment());
  }
}
