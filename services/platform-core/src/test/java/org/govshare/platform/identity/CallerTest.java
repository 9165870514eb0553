package org.govshare.platform.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.Set;
import org.govshare.platform.problem.Forbidden;
import org.junit.jupiter.api.Test;

class CallerTest {

  private static Caller caller(String department, String... roles) {
    return new Caller("somebody", Optional.ofNullable(department), Set.of(roles));
  }

  private static String refusal(Runnable check) {
    return assertThrows(Forbidden.class, check::run).code();
  }

  @Test
  void oneOfTheRolesIsEnough() {
    Caller caller = caller("gs", Roles.REQUESTER);
    assertDoesNotThrow(() -> caller.requireRole(Roles.MONITOR, Roles.REQUESTER));
    assertEquals("role-required", refusal(() -> caller.requireRole(Roles.MONITOR)));
    assertEquals("role-required", refusal(caller::requireRole));
  }

  @Test
  void onlyTheOwnDepartmentPasses() {
    assertDoesNotThrow(() -> caller("gs").requireDepartment("gs"));
    assertEquals("department-required", refusal(() -> caller("gs").requireDepartment("mz")));
    assertEquals("department-required", refusal(() -> caller(null).requireDepartment("gs")));
    assertEquals("no-department", refusal(() -> caller(null).requireAnyDepartment()));
    assertEquals("gs", caller("gs").requireAnyDepartment());
  }

  @Test
  void noTwoSeparatedDuties() {
    assertDoesNotThrow(() -> caller(null, Roles.SYSADMIN, Roles.REQUESTER));
    assertEquals("separated-duties", refusal(() -> caller(null, Roles.SYSADMIN, Roles.AUDITOR)));
    assertEquals("separated-duties", refusal(() -> caller(null, Roles.SECADMIN, Roles.AUDITOR)));
    assertEquals("separated-duties", refusal(() -> caller(null, Roles.SYSADMIN, Roles.SECADMIN)));
  }
}
