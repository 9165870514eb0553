package org.govshare.catalog.library.code;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.govshare.platform.problem.InputChecks;

/**
 * A new version of a code table, with all its codes.
 *
 * @param label for example {@code 2024}, at most 50 characters
 * @param validFrom first day, after that of the version before it
 * @param codes 1 to 10,000
 */
@RegisterForReflection
record VersionInput(String label, LocalDate validFrom, List<CodeInput> codes) {

  private static final int LIMIT = 10_000;
  private static final int DEPTH_LIMIT = 20;

  /** How far to look on after the first fault, so that the answer stays readable. */
  private static final int FURTHER = 100;

  VersionInput {
    codes = codes == null ? List.of() : codes;
  }

  void check() {
    InputChecks checks =
        new InputChecks()
            .text("label", label, 50)
            .required("validFrom", validFrom)
            .that(!codes.isEmpty(), "codes", "required")
            .that(codes.size() <= LIMIT, "codes", "too-many", LIMIT);
    checks.done();
    Map<String, String> parents = new HashMap<>();
    codes.stream()
        .filter(Objects::nonNull)
        .forEach(code -> parents.put(code.code(), code.parent()));
    Set<String> seen = new HashSet<>();
    int good = 0;
    for (int i = 0; i < codes.size() && i - good <= FURTHER; i++) {
      String at = "codes[" + i + "]";
      checks.with(at, codes.get(i), code -> check(checks, at + ".", code, seen, parents));
      good = checks.passed() ? i : good;
    }
    checks.done();
  }

  private static void check(
      InputChecks checks,
      String at,
      CodeInput code,
      Set<String> seen,
      Map<String, String> parents) {
    checks
        .text(at + "code", code.code(), 100)
        .text(at + "name", code.name(), 200)
        .optionalText(at + "remark", code.remark(), 500)
        .that(code.code() == null || seen.add(code.code()), at + "code", "duplicate", code.code())
        .that(
            code.parent() == null || parents.containsKey(code.parent()),
            at + "parent",
            "unknown-code",
            code.parent())
        .that(endsAtTheTop(code, parents), at + "parent", "code-levels", DEPTH_LIMIT);
  }

  private static boolean endsAtTheTop(CodeInput code, Map<String, String> parents) {
    String above = code.parent();
    for (int depth = 1; above != null && depth < DEPTH_LIMIT; depth++) {
      above = parents.get(above);
    }
    return above == null;
  }
}
