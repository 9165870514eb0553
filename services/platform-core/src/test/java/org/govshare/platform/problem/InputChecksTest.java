package org.govshare.platform.problem;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class InputChecksTest {

  private static List<String> faults(InputChecks checks) {
    return assertThrows(InvalidInput.class, checks::done).errors().stream()
        .map(error -> error.field() + " " + error.reason())
        .toList();
  }

  @Test
  void everyFaultIsNamed() {
    InputChecks checks =
        new InputChecks()
            .required("a", null)
            .required("b", " ")
            .text("c", "", 5)
            .text("d", "123456", 5)
            .optionalText("e", "x\u0007y", 5)
            .that(false, "f", "negative");
    assertEquals(
        List.of(
            "a required",
            "b required",
            "c required",
            "d too-long",
            "e control-character",
            "f negative"),
        faults(checks));
  }

  @Test
  void goodInputPasses() {
    InputChecks checks =
        new InputChecks()
            .required("a", 0)
            .text("b", "多行\n文本", 5)
            .optionalText("c", null, 1)
            .that(true, "d", "negative");
    assertDoesNotThrow(checks::done);
  }

  @Test
  void charactersAreCountedNotCodeUnits() {
    assertDoesNotThrow(new InputChecks().text("a", "𠮷𠮷𠮷", 3)::done);
  }

  @Test
  void whatNobodySeesIsNotThere() {
    InputChecks checks =
        new InputChecks().text("a", "\u200b\u3000\u00a0", 9).text("b", "\u2060", 9);
    assertEquals(List.of("a required", "b required"), faults(checks));
    assertDoesNotThrow(new InputChecks().text("c", "👩\u200d🚀", 3)::done);
  }

  @Test
  void halvesOfCharactersAndChangesOfDirectionAreRefused() {
    InputChecks checks =
        new InputChecks()
            .text("a", "x\ud842y", 9)
            .text("b", "x\udfb7", 9)
            .text("c", "企业\u202e登记", 9)
            .optionalText("d", "\u2067x", 9);
    assertEquals(
        List.of(
            "a control-character",
            "b control-character",
            "c control-character",
            "d control-character"),
        faults(checks));
  }

  @Test
  void aBodyMustBeThere() {
    assertEquals(400, assertThrows(Problem.class, () -> InputChecks.body(null)).status());
    assertEquals("x", InputChecks.body("x"));
  }

  @Test
  void problemsCannotBeBuiltWrong() {
    assertThrows(IllegalArgumentException.class, () -> new Problem(200, "fine"));
    assertThrows(IllegalArgumentException.class, () -> new Problem(400, "Not Kebab"));
    assertThrows(IllegalArgumentException.class, () -> new InvalidInput(List.of()));
  }
}
