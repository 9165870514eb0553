package org.govshare.catalog.resource;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.govshare.catalog.search.SearchText;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/**
 * Every rule on one resource that can be seen from what its editor wrote, without looking into the
 * catalogue. Forms, imports and proposals all go through it.
 */
public final class ResourceChecks {

  /** Most items a resource can have. */
  public static final int ITEM_LIMIT = 500;

  private static final int KEYWORD_LIMIT = 20;
  private static final int RELATED_LIMIT = 50;
  private static final int SQL_NAME_LIMIT = 63;
  private static final int LENGTH_LIMIT = 10_485_760;
  private static final int TEXT_LIMIT = 1_000;
  private static final int STORAGE_SCALE = 6;
  private static final BigDecimal STORAGE_LIMIT = new BigDecimal("999999999999");
  private static final Pattern IDENTIFIER = Pattern.compile("[0-9]{16}/[0-9]{5}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private final FormatTypes formatTypes;

  /** Checks against the concrete formats that are known. */
  public ResourceChecks(FormatTypes formatTypes) {
    this.formatTypes = formatTypes;
  }

  /**
   * Refuses a resource with faults.
   *
   * @throws InvalidInput naming every fault (400)
   */
  public void check(ResourceInput input) {
    InputChecks checks = new InputChecks();
    check(input, checks);
    checks.done();
  }

  /** Adds every fault of a resource to those found so far. */
  public void check(ResourceInput input, InputChecks checks) {
    checkText(input, checks);
    checkFormat(input, checks);
    checkClassification(input.classification(), checks);
    checkLists(input, checks);
    if (input.contact() != null) {
      checkContact(input.contact(), checks);
    }
    if (input.census() != null) {
      checkCensus(input.census(), checks);
    }
    checkItems(input, checks);
  }

  private static void checkText(ResourceInput input, InputChecks checks) {
    checks
        .text("name", input.name(), 200)
        .text("abstract", input.summary(), 2_000)
        .required("categoryCode", input.categoryCode())
        .required("dataStructure", input.dataStructure())
        .required("openType", input.openType())
        .required("updateFrequency", input.updateFrequency())
        .optionalText("openCondition", input.openCondition(), TEXT_LIMIT)
        .that(input.rowCount() == null || input.rowCount() >= 0, "rowCount", "negative")
        .optionalText("sourceSchema", input.sourceSchema(), SQL_NAME_LIMIT)
        .optionalText("sourceTable", input.sourceTable(), SQL_NAME_LIMIT)
        .that(
            (input.sourceSchema() == null) == (input.sourceTable() == null),
            input.sourceSchema() == null ? "sourceSchema" : "sourceTable",
            "source-incomplete")
        .that(
            input.proposedIdentifier() == null || isIdentifier(input.proposedIdentifier()),
            "proposedIdentifier",
            "malformed",
            "0102011300000001/00001");
  }

  private void checkFormat(ResourceInput input, InputChecks checks) {
    checks
        .required("format", input.format())
        .required("sharingMethod", input.sharingMethod())
        .that(
            fits(input.sharingMethod(), input.format()),
            "sharingMethod",
            "method-misfit",
            input.sharingMethod(),
            input.format());
    if (input.formatType() == null) {
      return;
    }
    ResourceFormat category = formatTypes.categoryOf(input.formatType()).orElse(null);
    checks
        .that(category != null, "formatType", "unknown", input.formatType())
        .that(
            category == null || input.format() == null || category == input.format(),
            "formatType",
            "format-misfit",
            input.formatType(),
            category,
            input.format());
  }

  private static void checkClassification(String level, InputChecks checks) {
    if (level == null || level.equals(Classification.UNCLASSIFIED)) {
      return;
    }
    checks.that(
        false,
        "classification",
        Classification.isStateSecret(level) ? "state-secret" : "unknown-classification",
        level);
  }

  private static void checkLists(ResourceInput input, InputChecks checks) {
    checks
        .that(input.keywords().size() <= KEYWORD_LIMIT, "keywords", "too-many", KEYWORD_LIMIT)
        .that(
            input.relatedResources().size() <= RELATED_LIMIT,
            "relatedResources",
            "too-many",
            RELATED_LIMIT);
    eachOnce("keywords", input.keywords(), KEYWORD_LIMIT, checks);
    eachOnce("relatedResources", input.relatedResources(), RELATED_LIMIT, checks);
    for (int i = 0; i < Math.min(input.keywords().size(), KEYWORD_LIMIT); i++) {
      checks.text("keywords[" + i + "]", input.keywords().get(i), 50);
    }
    for (int i = 0; i < Math.min(input.relatedResources().size(), RELATED_LIMIT); i++) {
      checks.that(
          isIdentifier(input.relatedResources().get(i)),
          "relatedResources[" + i + "]",
          "malformed",
          "0102011300000001/00001");
    }
  }

  private static void eachOnce(String field, List<String> values, int limit, InputChecks checks) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < Math.min(values.size(), limit); i++) {
      checks.that(seen.add(values.get(i)), field + "[" + i + "]", "duplicate", values.get(i));
    }
  }

  private static void checkContact(Contact contact, InputChecks checks) {
    checks
        .optionalText("contact.name", contact.name(), 100)
        .optionalText("contact.phone", contact.phone(), 50)
        .optionalText("contact.email", contact.email(), 200)
        .that(
            contact.email() == null || EMAIL.matcher(contact.email()).matches(),
            "contact.email",
            "malformed",
            "office@example.gov.cn");
  }

  private static void checkCensus(Census census, InputChecks checks) {
    storage("census.storageGb", census.storageGb(), checks);
    storage("census.sharedStorageGb", census.sharedStorageGb(), checks);
    storage("census.openStorageGb", census.openStorageGb(), checks);
    checks
        .that(
            census.sharedRows() == null || census.sharedRows() >= 0,
            "census.sharedRows",
            "negative")
        .that(census.openRows() == null || census.openRows() >= 0, "census.openRows", "negative");
  }

  private static void storage(String field, BigDecimal gigabytes, InputChecks checks) {
    checks
        .that(gigabytes == null || gigabytes.signum() >= 0, field, "negative")
        .that(
            gigabytes == null || gigabytes.compareTo(STORAGE_LIMIT) <= 0,
            field,
            "out-of-range",
            0,
            STORAGE_LIMIT)
        .that(
            gigabytes == null || gigabytes.stripTrailingZeros().scale() <= STORAGE_SCALE,
            field,
            "too-many-decimals",
            STORAGE_SCALE);
  }

  private static void checkItems(ResourceInput input, InputChecks checks) {
    List<ItemInput> items = input.items();
    checks.that(items.size() <= ITEM_LIMIT, "items", "too-many", ITEM_LIMIT);
    Set<String> names = new HashSet<>();
    Set<String> fields = new HashSet<>();
    for (int i = 0; i < Math.min(items.size(), ITEM_LIMIT); i++) {
      String at = "items[" + i + "]";
      checks.with(
          at, items.get(i), item -> checkItem(input, checks, at + ".", item, names, fields));
    }
    if (input.sharingType() != null && !items.isEmpty() && checks.passed()) {
      SharingType strictest = input.strictestSharing().orElse(input.sharingType());
      checks.that(
          input.sharingType() == strictest,
          "sharingType",
          "not-the-strictest",
          strictest,
          input.sharingType());
    }
  }

  private static void checkItem(
      ResourceInput input,
      InputChecks checks,
      String at,
      ItemInput item,
      Set<String> names,
      Set<String> fields) {
    checks
        .text(at + "name", item.name(), 100)
        .that(
            item.name() == null || names.add(SearchText.normalise(item.name().strip())),
            at + "name",
            "duplicate",
            item.name())
        .optionalText(at + "fieldName", item.fieldName(), SQL_NAME_LIMIT)
        .that(
            input.sourceTable() == null || isThere(item.fieldName()),
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
            item.length() == null || (item.length() >= 1 && item.length() <= LENGTH_LIMIT),
            at + "length",
            "out-of-range",
            1,
            LENGTH_LIMIT)
        .optionalText(at + "description", item.description(), TEXT_LIMIT);
    checkItemSharing(input, checks, at, item);
  }

  private static void checkItemSharing(
      ResourceInput input, InputChecks checks, String at, ItemInput item) {
    SharingType sharing = input.sharingOf(item);
    checks
        .required(at + "sharingType", sharing)
        .optionalText(at + "sharingCondition", item.sharingCondition(), TEXT_LIMIT)
        .optionalText(at + "legalBasis", item.legalBasis(), TEXT_LIMIT)
        .optionalText(at + "openCondition", item.openCondition(), TEXT_LIMIT)
        .that(
            sharing != SharingType.CONDITIONAL || isThere(item.sharingCondition()),
            at + "sharingCondition",
            "condition-needed")
        .that(
            sharing != SharingType.NOT_SHARED || isThere(item.legalBasis()),
            at + "legalBasis",
            "legal-basis-needed")
        .that(
            item.sharingMethod() == null || fits(item.sharingMethod(), input.format()),
            at + "sharingMethod",
            "method-misfit",
            item.sharingMethod(),
            input.format());
  }

  private static boolean fits(SharingMethod method, ResourceFormat format) {
    return method == null || format == null || method.fits(format);
  }

  private static boolean isIdentifier(String text) {
    return text != null && IDENTIFIER.matcher(text).matches();
  }

  private static boolean isThere(String text) {
    return text != null && !text.isBlank();
  }
}
