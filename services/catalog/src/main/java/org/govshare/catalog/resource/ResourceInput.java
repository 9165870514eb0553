package org.govshare.catalog.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/**
 * An information resource as its editor writes it.
 *
 * @param name 信息资源名称, at most 200 characters
 * @param summary 信息资源摘要, {@code abstract} in JSON, at most 2,000 characters
 * @param categoryCode code of its category
 * @param format 资源格式
 * @param dataStructure 数据结构
 * @param sharingType 共享类型; if given, it must be the strictest of the items'
 * @param openType 开放类型
 * @param updateFrequency 更新周期
 * @param sharingMethod 共享方式
 * @param sourceSchema schema of the table it comes from, absent if it comes from none
 * @param sourceTable that table
 * @param rowCount 结构化记录总数, 0 if absent
 * @param items 信息项, at most 500
 */
@RegisterForReflection
public record ResourceInput(
    String name,
    @JsonProperty("abstract") String summary,
    String categoryCode,
    ResourceFormat format,
    DataStructure dataStructure,
    SharingType sharingType,
    OpenType openType,
    UpdateFrequency updateFrequency,
    SharingMethod sharingMethod,
    String sourceSchema,
    String sourceTable,
    Long rowCount,
    List<ItemInput> items) {

  private static final int ITEM_LIMIT = 500;
  private static final int SQL_NAME_LIMIT = 63;

  /** An absent list of items is an empty one. */
  public ResourceInput {
    items = items == null ? List.of() : items;
  }

  /**
   * Checks everything that can be seen from the input alone.
   *
   * @throws InvalidInput naming every fault (400)
   */
  void check() {
    InputChecks checks =
        new InputChecks()
            .text("name", name, 200)
            .text("abstract", summary, 2_000)
            .required("categoryCode", categoryCode)
            .required("format", format)
            .required("dataStructure", dataStructure)
            .required("openType", openType)
            .required("updateFrequency", updateFrequency)
            .required("sharingMethod", sharingMethod)
            .that(rowCount == null || rowCount >= 0, "rowCount", "negative")
            .optionalText("sourceSchema", sourceSchema, SQL_NAME_LIMIT)
            .optionalText("sourceTable", sourceTable, SQL_NAME_LIMIT)
            .that(
                (sourceSchema == null) == (sourceTable == null),
                sourceSchema == null ? "sourceSchema" : "sourceTable",
                "source-incomplete")
            .that(items.size() <= ITEM_LIMIT, "items", "too-many", ITEM_LIMIT);
    checkItems(checks);
    checks.done();
  }

  private void checkItems(InputChecks checks) {
    Set<String> names = new HashSet<>();
    Set<String> fields = new HashSet<>();
    for (int i = 0; i < Math.min(items.size(), ITEM_LIMIT); i++) {
      String at = "items[" + i + "]";
      checks.with(at, items.get(i), item -> checkItem(checks, at + ".", item, names, fields));
    }
    if (sharingType != null && !items.isEmpty() && checks.passed()) {
      SharingType strictest = strictestOfItems().orElse(sharingType);
      checks.that(
          sharingType == strictest, "sharingType", "not-the-strictest", strictest, sharingType);
    }
  }

  private void checkItem(
      InputChecks checks, String at, ItemInput item, Set<String> names, Set<String> fields) {
    SharingType sharing = sharingOf(item);
    checks
        .text(at + "name", item.name(), 100)
        .that(
            item.name() == null || names.add(item.name().strip()),
            at + "name",
            "duplicate",
            item.name())
        .optionalText(at + "fieldName", item.fieldName(), SQL_NAME_LIMIT)
        .that(
            sourceTable == null || (item.fieldName() != null && !item.fieldName().isBlank()),
            at + "fieldName",
            "field-name-needed")
        .that(
            item.fieldName() == null || fields.add(item.fieldName()),
            at + "fieldName",
            "duplicate",
            item.fieldName())
        .required(at + "dataType", item.dataType())
        .that(
            item.dataType() != DataType.C || item.length() != null, at + "length", "length-needed")
        .that(
            item.length() == null || (item.length() >= 1 && item.length() <= 10_485_760),
            at + "length",
            "out-of-range",
            1,
            10_485_760)
        .required(at + "sharingType", sharing)
        .optionalText(at + "sharingCondition", item.sharingCondition(), 1_000)
        .optionalText(at + "legalBasis", item.legalBasis(), 1_000)
        .that(
            sharing != SharingType.CONDITIONAL || isThere(item.sharingCondition()),
            at + "sharingCondition",
            "condition-needed")
        .that(
            sharing != SharingType.NOT_SHARED || isThere(item.legalBasis()),
            at + "legalBasis",
            "legal-basis-needed");
  }

  private static boolean isThere(String text) {
    return text != null && !text.isBlank();
  }

  /** How an item is shared. */
  SharingType sharingOf(ItemInput item) {
    return item.sharingType() == null ? sharingType : item.sharingType();
  }

  /** How an item is opened. */
  OpenType openTypeOf(ItemInput item) {
    return item.openType() == null ? openType : item.openType();
  }

  /** How the resource is shared: as its strictest item; without items, not yet known. */
  SharingType effectiveSharing() {
    return strictestOfItems().orElse(sharingType == null ? SharingType.UNCONDITIONAL : sharingType);
  }

  private Optional<SharingType> strictestOfItems() {
    return SharingType.strictest(items.stream().map(this::sharingOf).toList());
  }
}
