package org.govshare.catalog.library.code;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.govshare.catalog.library.LibraryInput;
import org.govshare.catalog.library.Validity;
import org.govshare.platform.problem.InputChecks;

/**
 * A code table as its publisher writes it; its codes come with its versions.
 *
 * @param identifier for example the number of its standard, at most 100 characters
 * @param name at most 200 characters
 * @param definition at most 2,000 characters, may be absent
 * @param standardId the standard it comes from, may be absent
 * @param effectiveOn first day
 * @param repealedOn first day out of force, absent while no end is known
 */
@RegisterForReflection
record CodeTableInput(
    String identifier,
    String name,
    String definition,
    UUID standardId,
    LocalDate effectiveOn,
    LocalDate repealedOn)
    implements LibraryInput {

  @Override
  public void check() {
    InputChecks checks =
        new InputChecks()
            .text("identifier", identifier, 100)
            .text("name", name, 200)
            .optionalText("definition", definition, 2_000);
    Validity.check(checks, effectiveOn, repealedOn);
    checks.done();
  }
}
