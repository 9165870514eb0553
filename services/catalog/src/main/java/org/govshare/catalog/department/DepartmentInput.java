package org.govshare.catalog.department;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/**
 * A department as it is written.
 *
 * @param code as in the tokens of its people: lower-case letters, digits and hyphens, at most 32;
 *     never changes
 * @param serial its four digits in identifiers, not 0000; the next free ones if absent; never
 *     changes
 * @param name at most 100 characters
 * @param parent code of the department above
 * @param kind what kind of body it is
 * @param regionCode code of its region
 * @param creditCode 统一社会信用代码, its check character verified
 */
@RegisterForReflection
public record DepartmentInput(
    String code,
    String serial,
    String name,
    String parent,
    DepartmentKind kind,
    String regionCode,
    String creditCode) {

  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
  private static final Pattern SERIAL = Pattern.compile("(?!0000)\\d{4}");

  /** Letters of the credit code are capitals. */
  public DepartmentInput {
    creditCode = creditCode == null ? null : creditCode.strip().toUpperCase(Locale.ROOT);
  }

  /**
   * Checks a new department.
   *
   * @throws InvalidInput naming every fault (400)
   */
  void checkNew() {
    InputChecks checks = new InputChecks().required("code", code);
    if (code != null && !code.isBlank()) {
      checks.that(CODE.matcher(code).matches(), "code", "department-code-malformed");
    }
    checks.that(serial == null || SERIAL.matcher(serial).matches(), "serial", "serial-malformed");
    checkRest(checks);
  }

  /**
   * Checks what is written over a known one.
   *
   * @throws InvalidInput naming every fault (400)
   */
  void checkChange(Department known) {
    checkRest(
        new InputChecks()
            .that(code == null || code.equals(known.code()), "code", "cannot-change", known.code())
            .that(
                serial == null || serial.equals(known.serial()),
                "serial",
                "cannot-change",
                known.serial())
            .that(!known.code().equals(parent), "parent", "department-cycle", known.code()));
  }

  private void checkRest(InputChecks checks) {
    checks
        .text("name", name, 100)
        .required("kind", kind)
        .that(
            creditCode == null || UnifiedCreditCode.valid(creditCode),
            "creditCode",
            "credit-code-malformed")
        .done();
  }
}
