package org.govshare.catalog.library.document;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.govshare.catalog.library.LibraryInput;
import org.govshare.catalog.library.Validity;
import org.govshare.platform.problem.InputChecks;

/**
 * A policy or standard as its publisher writes it.
 *
 * @param kind policy or standard
 * @param title at most 200 characters
 * @param documentNumber 文号 or 标准号, at most 100 characters; once within its kind
 * @param issuingBody 发布机关, at most 200 characters
 * @param summary at most 2,000 characters, may be absent
 * @param issuedOn 发布日期, may be absent
 * @param effectiveOn 施行日期
 * @param repealedOn 废止日期, absent while no end is known
 * @param replacedBy the document that takes its place, may be absent
 */
@RegisterForReflection
record DocumentInput(
    DocumentKind kind,
    String title,
    String documentNumber,
    String issuingBody,
    String summary,
    LocalDate issuedOn,
    LocalDate effectiveOn,
    LocalDate repealedOn,
    UUID replacedBy)
    implements LibraryInput {

  @Override
  public void check() {
    InputChecks checks =
        new InputChecks()
            .required("kind", kind)
            .text("title", title, 200)
            .text("documentNumber", documentNumber, 100)
            .text("issuingBody", issuingBody, 200)
            .optionalText("summary", summary, 2_000)
            .that(replacedBy == null || repealedOn != null, "repealedOn", "needed-when-replaced");
    Validity.check(checks, effectiveOn, repealedOn);
    checks.done();
  }
}
