package org.govshare.catalog.demand;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.govshare.catalog.resource.UpdateFrequency;
import org.govshare.platform.problem.InputChecks;

/**
 * A demand as a department writes it.
 *
 * @param name what is needed, at most 200 characters
 * @param items names of the items wanted, 1 to 200, all different
 * @param purpose 用途, at most 1,000 characters
 * @param legalBasis 依据, at most 1,000 characters
 * @param legalBasisId policy in force in the library that the legal basis is, may be absent
 * @param scenario 应用场景, may be absent
 * @param frequency how often
 * @param preferredDepartment department that is thought to have it, may be absent
 */
@RegisterForReflection
record DemandInput(
    String name,
    List<String> items,
    String purpose,
    String legalBasis,
    UUID legalBasisId,
    String scenario,
    UpdateFrequency frequency,
    String preferredDepartment) {

  static final int NAME_LIMIT = 200;
  private static final int TEXT_LIMIT = 1_000;
  private static final int ITEM_LIMIT = 200;

  void check() {
    InputChecks checks =
        new InputChecks()
            .text("name", name, NAME_LIMIT)
            .text("purpose", purpose, TEXT_LIMIT)
            .text("legalBasis", legalBasis, TEXT_LIMIT)
            .optionalText("scenario", scenario, TEXT_LIMIT)
            .required("frequency", frequency)
            .optionalText("preferredDepartment", preferredDepartment, NAME_LIMIT)
            .required("items", items);
    checkItems(checks, items);
    checks.done();
  }

  static void checkItems(InputChecks checks, List<String> items) {
    if (items == null) {
      return;
    }
    checks
        .that(!items.isEmpty(), "items", "required")
        .that(items.size() <= ITEM_LIMIT, "items", "too-many", ITEM_LIMIT);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < Math.min(items.size(), ITEM_LIMIT); i++) {
      String item = items.get(i);
      String field = "items[" + i + "]";
      checks
          .text(field, item, NAME_LIMIT)
          .that(item == null || seen.add(item.strip()), field, "duplicate", String.valueOf(item));
    }
  }
}
