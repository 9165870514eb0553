package org.govshare.catalog.grant;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.catalog.resource.DataItem;
import org.govshare.platform.problem.InputChecks;

/**
 * What a row must fulfil to be granted; of several conditions, all.
 *
 * @param itemId an item of the resource, granted itself or not
 * @param operator how it is compared
 * @param values with what, as text of the item's type
 */
@RegisterForReflection
public record RowCondition(UUID itemId, RowOperator operator, List<String> values) {

  private static final int LIMIT = 50;
  private static final int VALUE_LIMIT = 1_000;

  /** Absent values are none. */
  public RowCondition {
    values = values == null ? List.of() : values;
  }

  /** Adds what is wrong with conditions on the rows of a resource that has these items. */
  public static void check(
      InputChecks checks, String field, List<RowCondition> conditions, List<DataItem> items) {
    checks.that(conditions.size() <= LIMIT, field, "too-many", LIMIT);
    Map<UUID, DataItem> known =
        items.stream().collect(Collectors.toMap(DataItem::id, Function.identity()));
    for (int i = 0; i < Math.min(conditions.size(), LIMIT); i++) {
      String at = field + "[" + i + "]";
      checks.with(at, conditions.get(i), it -> it.check(checks, at, known.get(it.itemId)));
    }
  }

  private void check(InputChecks checks, String at, DataItem item) {
    checks
        .required(at + ".itemId", itemId)
        .that(itemId == null || item != null, at + ".itemId", "not-of-the-resource", "" + itemId)
        .that(
            item == null || item.fieldName() != null,
            at + ".itemId",
            "item-without-column",
            item == null ? "" : item.name())
        .required(at + ".operator", operator)
        .that(
            operator == null || operator.takes(values.size()),
            at + ".values",
            "wrong-number-of-values",
            operator,
            values.size());
    for (int v = 0; item != null && v < values.size(); v++) {
      String value = values.get(v);
      boolean text = value != null && value.length() <= VALUE_LIMIT && value.indexOf('\0') < 0;
      checks
          .that(text, at + ".values[" + v + "]", "too-long", VALUE_LIMIT)
          .that(
              !text || operator == RowOperator.STARTS_WITH || item.dataType().reads(value),
              at + ".values[" + v + "]",
              "not-of-the-type",
              item.dataType(),
              item.name());
    }
  }
}
