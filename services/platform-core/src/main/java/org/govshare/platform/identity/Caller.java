package org.govshare.platform.identity;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.govshare.platform.problem.Code;
import org.govshare.platform.problem.Forbidden;

/**
 * The caller of one request: a value, so that it can be handed to services and asynchronous steps.
 *
 * @param name user name, or the client's name if a system calls
 * @param department code of the one department the caller acts for, empty for the 三员
 * @param roles roles of the realm
 */
public record Caller(String name, Optional<String> department, Set<String> roles) {

  /** Refuses a caller who holds two of the separated duties. */
  public Caller {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(department, "department");
    roles = Set.copyOf(roles);
    if (roles.stream().filter(Roles.SEPARATED::contains).count() > 1) {
      throw new Forbidden("separated-duties");
    }
  }

  /** Whether the caller holds one of these roles. */
  public boolean hasRole(String... anyOf) {
    for (String role : anyOf) {
      if (roles.contains(role)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the caller acts for this department. */
  public boolean isOf(String departmentCode) {
    return department.isPresent() && department.get().equals(departmentCode);
  }

  /**
   * Refuses a caller without one of these roles.
   *
   * @throws Forbidden naming the roles that may (403)
   */
  public void requireRole(String... anyOf) {
    if (!hasRole(anyOf)) {
      throw new Forbidden("role-required", Code.all("role", anyOf));
    }
  }

  /**
   * Refuses a caller of another department.
   *
   * @throws Forbidden naming the department that may (403)
   */
  public void requireDepartment(String departmentCode) {
    if (!isOf(departmentCode)) {
      throw new Forbidden("department-required", departmentCode);
    }
  }

  /**
   * The department of a caller who must have one.
   *
   * @throws Forbidden if the token names none (403)
   */
  public String requireAnyDepartment() {
    return department.orElseThrow(() -> new Forbidden("no-department"));
  }
}
