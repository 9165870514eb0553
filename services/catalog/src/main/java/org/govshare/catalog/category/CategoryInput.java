package org.govshare.catalog.category;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.regex.Pattern;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/**
 * A category as it is written.
 *
 * @param code six digits that begin as those of the category above; the next free ones if absent;
 *     never changes
 * @param parent code of the category above, absent at the top; never changes
 * @param name at most 50 characters, different from its neighbours'
 * @param position its place among its neighbours, 0 to 9,999; the last if absent
 * @param description at most 500 characters
 */
@RegisterForReflection
public record CategoryInput(
    String code, String parent, String name, Integer position, String description) {

  private static final Pattern CODE = Pattern.compile("\\d{6}");

  /**
   * Checks a new category.
   *
   * @throws InvalidInput naming every fault (400)
   */
  void checkNew() {
    checkRest(
        new InputChecks()
            .that(code == null || CODE.matcher(code).matches(), "code", "category-code-malformed"));
  }

  /**
   * Checks what is written over a known one.
   *
   * @throws InvalidInput naming every fault (400)
   */
  void checkChange(Category known) {
    checkRest(
        new InputChecks()
            .that(code == null || code.equals(known.code()), "code", "cannot-change", known.code())
            .that(
                parent == null || parent.equals(known.parent()),
                "parent",
                "cannot-change",
                String.valueOf(known.parent())));
  }

  private void checkRest(InputChecks checks) {
    checks
        .text("name", name, 50)
        .that(
            position == null || (position >= 0 && position <= 9_999),
            "position",
            "out-of-range",
            0,
            9_999)
        .optionalText("description", description, 500)
        .done();
  }
}
