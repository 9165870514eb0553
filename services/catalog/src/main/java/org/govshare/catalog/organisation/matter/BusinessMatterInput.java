package org.govshare.catalog.organisation.matter;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.govshare.catalog.organisation.EntryInput;
import org.govshare.platform.problem.InputChecks;

/**
 * A matter as it is written.
 *
 * @param departmentCode whose matter it is; the caller's if absent; never changes
 * @param code at most 50 characters, different from the department's other matters'
 * @param name at most 200 characters
 * @param kind what kind of matter it is
 * @param description at most 2,000 characters
 * @param functionId business function of the department that it belongs to
 * @param abolished whether nothing new may refer to it, no if absent
 */
@RegisterForReflection
public record BusinessMatterInput(
    String departmentCode,
    String code,
    String name,
    MatterKind kind,
    String description,
    UUID functionId,
    Boolean abolished)
    implements EntryInput {

  @Override
  public void check(InputChecks checks, LocalDate today) {
    checks
        .text("code", code, 50)
        .text("name", name, 200)
        .required("kind", kind)
        .optionalText("description", description, 2_000);
  }
}
