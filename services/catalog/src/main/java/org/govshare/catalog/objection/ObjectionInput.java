package org.govshare.catalog.objection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.govshare.platform.problem.InputChecks;

/**
 * An objection as its reporter writes it.
 *
 * @param itemId item whose value is wrong
 * @param rowKey which row, as text, for example {@code uscc=91130000…}; at most 500 characters
 * @param foundValue the value as it was found, at most 2,000 characters
 * @param expectedValue the right value as far as it is known, may be absent
 * @param evidence why it is wrong, at most 2,000 characters
 */
@RegisterForReflection
record ObjectionInput(
    UUID itemId, String rowKey, String foundValue, String expectedValue, String evidence) {

  static final int TEXT_LIMIT = 2_000;
  private static final int KEY_LIMIT = 500;

  void check() {
    new InputChecks()
        .required("itemId", itemId)
        .text("rowKey", rowKey, KEY_LIMIT)
        .text("foundValue", foundValue, TEXT_LIMIT)
        .optionalText("expectedValue", expectedValue, TEXT_LIMIT)
        .text("evidence", evidence, TEXT_LIMIT)
        .that(
            foundValue == null || !foundValue.equals(expectedValue), "expectedValue", "same-value")
        .done();
  }
}
