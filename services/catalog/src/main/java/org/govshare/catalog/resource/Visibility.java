package org.govshare.catalog.resource;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.govshare.catalog.person.SeparatedDuties;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Forbidden;

/**
 * Who sees what: published resources are seen by everybody who is signed in but the 三员; what a
 * department is still working on, by its own editors and reviewers; what it has passed on, by the
 * publisher too.
 */
public final class Visibility {

  private static final Set<ResourceState> PASSED_ON =
      EnumSet.of(
          ResourceState.REGISTERED,
          ResourceState.PUBLISHED,
          ResourceState.WITHDRAWN,
          ResourceState.SUPERSEDED);

  private Visibility() {}

  /**
   * Whether the caller may know of this resource.
   *
   * @throws Forbidden if the caller is one of the 三员, who see none (403)
   */
  public static boolean sees(Caller caller, InformationResource resource) {
    SeparatedDuties.refuse(caller);
    return resource.state() == ResourceState.PUBLISHED
        || (caller.hasRole(CATALOG_EDITOR, DEPARTMENT_REVIEWER)
            && caller.isOf(resource.departmentCode()))
        || (caller.hasRole(CATALOG_PUBLISHER) && PASSED_ON.contains(resource.state()));
  }

  /**
   * The states in which the caller sees the resources of every department.
   *
   * @throws Forbidden if the caller is one of the 三员, who see none (403)
   */
  public static Set<ResourceState> everywhere(Caller caller) {
    SeparatedDuties.refuse(caller);
    return caller.hasRole(CATALOG_PUBLISHER) ? PASSED_ON : EnumSet.of(ResourceState.PUBLISHED);
  }

  /** The department of which the caller sees resources in every state. */
  public static Optional<String> inside(Caller caller) {
    return caller.hasRole(CATALOG_EDITOR, DEPARTMENT_REVIEWER)
        ? caller.department()
        : Optional.empty();
  }

  /**
   * The department of a caller who must see its resources in every state.
   *
   * @throws Forbidden if the caller sees no department from inside (403)
   */
  public static String requireInside(Caller caller) {
    caller.requireRole(CATALOG_EDITOR, DEPARTMENT_REVIEWER);
    return caller.requireAnyDepartment();
  }
}
