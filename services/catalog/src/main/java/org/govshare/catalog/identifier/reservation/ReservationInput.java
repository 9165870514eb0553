package org.govshare.catalog.identifier.reservation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/**
 * A range to reserve.
 *
 * @param prefix the sixteen digits before the slash
 * @param firstNumber first number of the range, from 1
 * @param lastNumber last number of the range, at most 99,999
 * @param departmentCode department for whose resources they are held back
 * @param reason why, at most 500 characters
 */
@RegisterForReflection
public record ReservationInput(
    String prefix, Integer firstNumber, Integer lastNumber, String departmentCode, String reason) {

  private static final int MOST = 99_999;

  /**
   * Checks everything that can be seen from the input alone.
   *
   * @throws InvalidInput naming every fault (400)
   */
  void check() {
    new InputChecks()
        .that(prefix != null && prefix.matches("[0-9]{16}"), "prefix", "not-that-many-digits", 16)
        .required("firstNumber", firstNumber)
        .required("lastNumber", lastNumber)
        .that(
            firstNumber == null || (firstNumber >= 1 && firstNumber <= MOST),
            "firstNumber",
            "out-of-range",
            1,
            MOST)
        .that(
            firstNumber == null
                || lastNumber == null
                || (lastNumber >= firstNumber && lastNumber <= MOST),
            "lastNumber",
            "out-of-range",
            firstNumber == null ? 1 : firstNumber,
            MOST)
        .required("departmentCode", departmentCode)
        .text("reason", reason, 500)
        .done();
  }
}
