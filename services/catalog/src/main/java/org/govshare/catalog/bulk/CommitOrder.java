package org.govshare.catalog.bulk;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.govshare.platform.problem.InputChecks;

/**
 * How a checked workbook is imported.
 *
 * @param mode everything or the good ones
 * @param as drafts or published
 * @param approval number and title of the document that approves the catalogue taken over; needed
 *     for {@code PUBLISHED}, at most 500 characters
 * @param campaignId campaign that what is imported belongs to, may be absent; resources of
 *     departments that take no part in it are refused
 */
@RegisterForReflection
public record CommitOrder(ImportMode mode, ImportTarget as, String approval, UUID campaignId) {

  void check() {
    new InputChecks()
        .required("mode", mode)
        .required("as", as)
        .optionalText("approval", approval, 500)
        .that(
            as != ImportTarget.PUBLISHED || (approval != null && !approval.isBlank()),
            "approval",
            "approval-needed")
        .done();
  }
}
