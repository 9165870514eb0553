package org.govshare.catalog.organisation.office;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.govshare.catalog.organisation.EntryInput;
import org.govshare.platform.problem.InputChecks;

/**
 * An office as it is written.
 *
 * @param departmentCode whose office it is; the caller's if absent; never changes
 * @param name at most 100 characters, different from the other offices' of the department
 * @param duties at most 2,000 characters
 * @param contactName at most 50 characters
 * @param contactPhone at most 50 characters
 * @param abolished whether nothing new may refer to it, no if absent
 */
@RegisterForReflection
public record OfficeInput(
    String departmentCode,
    String name,
    String duties,
    String contactName,
    String contactPhone,
    Boolean abolished)
    implements EntryInput {

  @Override
  public void check(InputChecks checks, LocalDate today) {
    checks
        .text("name", name, 100)
        .optionalText("duties", duties, 2_000)
        .optionalText("contactName", contactName, 50)
        .optionalText("contactPhone", contactPhone, 50);
  }
}
