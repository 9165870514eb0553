package org.govshare.catalog.lifecycle;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ResourceNotFound;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.resource.Visibility;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.Forbidden;
import org.govshare.platform.problem.Problem;

/**
 * Who may take which step, with what, in which state. Pure: everything it needs is handed to it.
 */
final class StepRules {

  private StepRules() {}

  /**
   * Refuses a caller who takes this step with no resource at all.
   *
   * @throws Forbidden naming the roles that may (403)
   */
  static void checkRole(Caller caller, TransitionAction action) {
    switch (action) {
      case SUBMIT, DELETE -> caller.requireRole(CATALOG_EDITOR);
      case PASS -> caller.requireRole(DEPARTMENT_REVIEWER);
      case RETURN, WITHDRAW -> caller.requireRole(DEPARTMENT_REVIEWER, CATALOG_PUBLISHER);
      case PUBLISH -> caller.requireRole(CATALOG_PUBLISHER);
      case SUPERSEDE -> throw new IllegalArgumentException("Only a publication supersedes");
      case IMPORT, TAKE_OVER -> throw new IllegalArgumentException("Only an import brings");
    }
  }

  /**
   * Refuses a step with one resource.
   *
   * @param editors everybody who wrote it besides its author and its last editor
   * @throws Problem that says why (403, 404, 409)
   */
  static void check(
      Caller caller, TransitionAction action, InformationResource resource, Set<String> editors) {
    if (!Visibility.sees(caller, resource)) {
      throw new ResourceNotFound(resource.id());
    }
    checkRole(caller, action);
    switch (action) {
      case SUBMIT -> {
        caller.requireDepartment(resource.departmentCode());
        in(resource, ResourceState.DRAFT, ResourceState.RETURNED);
        if (resource.itemCount() == 0) {
          throw new Conflict("resource-without-items");
        }
      }
      case DELETE -> {
        caller.requireDepartment(resource.departmentCode());
        in(resource, ResourceState.DRAFT, ResourceState.RETURNED);
      }
      case PASS -> {
        caller.requireDepartment(resource.departmentCode());
        in(resource, ResourceState.PENDING_REVIEW);
        notOwnWork(caller, resource, editors);
      }
      case RETURN -> {
        in(resource, ResourceState.PENDING_REVIEW, ResourceState.REGISTERED);
        if (resource.state() == ResourceState.PENDING_REVIEW) {
          caller.requireRole(DEPARTMENT_REVIEWER);
          caller.requireDepartment(resource.departmentCode());
        } else {
          caller.requireRole(CATALOG_PUBLISHER);
          notReviewed(caller, resource);
        }
        notOwnWork(caller, resource, editors);
      }
      case PUBLISH -> {
        in(resource, ResourceState.REGISTERED);
        notReviewed(caller, resource);
        notOwnWork(caller, resource, editors);
      }
      case WITHDRAW -> {
        if (!caller.hasRole(CATALOG_PUBLISHER)) {
          caller.requireDepartment(resource.departmentCode());
        }
        in(resource, ResourceState.PUBLISHED);
      }
      case SUPERSEDE -> throw new IllegalArgumentException("Only a publication supersedes");
      case IMPORT, TAKE_OVER -> throw new IllegalArgumentException("Only an import brings");
    }
  }

  private static void in(InformationResource resource, ResourceState... from) {
    if (!Arrays.asList(from).contains(resource.state())) {
      throw new Conflict("resource-in-wrong-state", resource.state(), List.of(from));
    }
  }

  /** Four eyes: nobody passes or publishes what they wrote themselves, or had any hand in. */
  private static void notOwnWork(Caller caller, InformationResource resource, Set<String> editors) {
    if (wrote(caller.name(), resource, editors)) {
      throw new Forbidden("own-work");
    }
  }

  /** Nor does who passed it in its department decide on its publication. */
  private static void notReviewed(Caller caller, InformationResource resource) {
    if (caller.name().equals(resource.reviewedBy())) {
      throw new Forbidden("own-work");
    }
  }

  /** Whether four eyes keep somebody from deciding on a resource as it stands. */
  static boolean ownWork(String person, InformationResource resource, Set<String> editors) {
    return wrote(person, resource, editors)
        || (resource.state() == ResourceState.REGISTERED && person.equals(resource.reviewedBy()));
  }

  private static boolean wrote(String person, InformationResource resource, Set<String> editors) {
    return person.equals(resource.authoredBy())
        || person.equals(resource.editedBy())
        || editors.contains(person);
  }
}
