package org.govshare.platform.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.govshare.platform.problem.Forbidden;
import org.govshare.platform.problem.Problem;

/**
 * The caller of the present request, read from the validated token. Endpoints read it and hand a
 * {@link Caller} to their services.
 */
@RequestScoped
public class CurrentUser {

  static final String DEPARTMENT_CLAIM = "department";

  private final SecurityIdentity identity;

  CurrentUser(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * The caller as a value.
   *
   * @throws Problem if nobody is signed in (401)
   * @throws Forbidden if the token holds two of the separated duties (403)
   */
  public Caller caller() {
    if (identity.isAnonymous()) {
      throw new Problem(401, "unauthenticated");
    }
    return new Caller(identity.getPrincipal().getName(), claimedDepartment(), identity.getRoles());
  }

  private Optional<String> claimedDepartment() {
    if (identity.getPrincipal() instanceof JsonWebToken token
        && token.getClaim(DEPARTMENT_CLAIM) instanceof String department
        && !department.isBlank()) {
      return Optional.of(department);
    }
    return Optional.empty();
  }

  /** User name, or the client's name if a system calls. */
  public String name() {
    return caller().name();
  }

  /** Code of the department the caller acts for. */
  public Optional<String> department() {
    return caller().department();
  }

  /** Roles of the realm. */
  public Set<String> roles() {
    return caller().roles();
  }

  /**
   * Refuses a caller without one of these roles.
   *
   * @throws Forbidden naming the roles that may (403)
   */
  public void requireRole(String... anyOf) {
    caller().requireRole(anyOf);
  }

  /**
   * Refuses a caller of another department.
   *
   * @throws Forbidden naming the department that may (403)
   */
  public void requireDepartment(String departmentCode) {
    caller().requireDepartment(departmentCode);
  }
}
