package org.govshare.catalog.organisation.function;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.govshare.catalog.organisation.EntryInput;
import org.govshare.platform.problem.InputChecks;

/**
 * A business function as it is written.
 *
 * @param departmentCode whose function it is; the caller's if absent; never changes
 * @param name at most 200 characters, different from the department's other functions'
 * @param source where it is laid down
 * @param basis document and clause, at most 1,000 characters
 * @param legalBasisId policy in force in the library that the basis is, may be absent
 * @param description at most 2,000 characters
 * @param officeId office of the department that fulfils it
 * @param abolished whether nothing new may refer to it, no if absent
 */
@RegisterForReflection
public record BusinessFunctionInput(
    String departmentCode,
    String name,
    FunctionSource source,
    String basis,
    UUID legalBasisId,
    String description,
    UUID officeId,
    Boolean abolished)
    implements EntryInput {

  BusinessFunctionInput citing(UUID policy) {
    return new BusinessFunctionInput(
        departmentCode, name, source, basis, policy, description, officeId, abolished);
  }

  @Override
  public void check(InputChecks checks, LocalDate today) {
    checks
        .text("name", name, 200)
        .required("source", source)
        .text("basis", basis, 1_000)
        .optionalText("description", description, 2_000);
  }
}
