package org.govshare.exchange.access;

import java.util.Optional;
import java.util.stream.Stream;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Code;
import org.govshare.platform.problem.Forbidden;

/**
 * What a caller may see: everything, or what concerns one department.
 *
 * @param department the one department, empty for everything
 */
public record Scope(Optional<String> department) {

  private static final String[] ALL = {
    Roles.EXCHANGE_DESIGNER, Roles.EXCHANGE_OPERATOR, Roles.MONITOR
  };
  private static final String[] OWN = {
    Roles.NODE_OPERATOR, Roles.CATALOG_EDITOR, Roles.DEPARTMENT_REVIEWER, Roles.REQUESTER
  };

  /**
   * Designers, operators and monitors see everything; the people of a department see what their
   * department gives or gets.
   *
   * @throws Forbidden for everybody else (403)
   */
  public static Scope of(Caller caller) {
    if (caller.hasRole(ALL)) {
      return new Scope(Optional.empty());
    }
    if (caller.hasRole(OWN)) {
      return new Scope(Optional.of(caller.requireAnyDepartment()));
    }
    throw new Forbidden(
        "role-required",
        Code.all("role", Stream.of(ALL, OWN).flatMap(Stream::of).toArray(String[]::new)));
  }

  /**
   * Checks one object.
   *
   * @param one a department it concerns
   * @param other the other department it concerns
   * @throws Forbidden if it concerns neither the caller's department nor a caller who sees all
   */
  public void require(String one, String other) {
    if (department.isPresent()
        && !department.get().equals(one)
        && !department.get().equals(other)) {
      throw new Forbidden("departments-required", one, other);
    }
  }
}
