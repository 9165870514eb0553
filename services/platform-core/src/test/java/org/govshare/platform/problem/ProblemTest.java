package org.govshare.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

  @Test
  void extensionsStandBesideTheOtherMembers() throws JsonProcessingException {
    Problem problem = new Conflict("stale").with("difference", List.of(1)).with("current", "two");
    ProblemView view =
        new ProblemView("t", "title", 409, null, null, List.of(), problem.extensions());
    assertEquals(
        Map.of(
            "type", "t",
            "title", "title",
            "status", 409,
            "difference", List.of(1),
            "current", "two"),
        new ObjectMapper().readValue(new ObjectMapper().writeValueAsString(view), Map.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"type", "status", "errors", "Difference", "a-b", ""})
  void aMemberThatIsTakenOrNoNameIsRefused(String name) {
    Problem problem = new Conflict("stale");
    assertThrows(IllegalArgumentException.class, () -> problem.with(name, 1));
  }
}
