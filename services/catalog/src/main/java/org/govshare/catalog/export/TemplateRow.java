package org.govshare.catalog.export;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.bulk.template.Words;
import org.govshare.catalog.export.CatalogueEntry.Filing;

/** What a row of the national template holds: an item, with what its resource says repeated. */
record TemplateRow(CatalogueEntry entry, Optional<EntryItem> item) {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String SEPARATOR = "、";

  /** The value of a column: a {@link String}, a {@link Number}, or {@code null} for none. */
  Object value(TemplateColumn column) {
    return switch (column.group()) {
      case RESOURCE -> ofResource(column);
      case ITEM, INHERITED ->
          item.map(one -> ofItem(column, one)).orElseGet(() -> ofResourceAlone(column));
    };
  }

  private Object ofResource(TemplateColumn column) {
    return switch (column) {
      case CATEGORY ->
          entry.categories().stream().map(Filing::name).collect(Collectors.joining("/"));
      case NAME -> entry.name();
      case CODE -> entry.identifier().orElse(null);
      case PROVIDER -> entry.provider().name();
      case PROVIDER_CODE -> entry.provider().code();
      case SUMMARY -> entry.summary();
      case FORMAT -> Words.of(entry.format());
      case FORMAT_TYPE -> entry.formatLabel().orElse(null);
      case STRUCTURE -> Words.of(entry.dataStructure());
      case KEYWORDS -> listed(entry.keywords());
      case SOURCE_TABLE -> entry.sourceTable().orElse(null);
      case RELEASED -> entry.publishedAt().map(TemplateRow::day).orElse(null);
      case RELATED -> listed(entry.related());
      case CLASSIFICATION -> "非涉密";
      case STORAGE -> entry.census().storageGb();
      case ROWS -> entry.rowCount();
      case SHARED_STORAGE -> entry.census().sharedStorageGb();
      case SHARED_ROWS -> entry.census().sharedRows();
      case OPEN_STORAGE -> entry.census().openStorageGb();
      case OPEN_ROWS -> entry.census().openRows();
      case OFFICE -> entry.origin().office().orElse(null);
      case FUNCTION -> entry.origin().function().orElse(null);
      default -> throw new IllegalArgumentException(column + " is not said of a resource");
    };
  }

  private static Object ofItem(TemplateColumn column, EntryItem item) {
    return switch (column) {
      case ITEM_NAME -> item.name();
      case FIELD_NAME -> item.fieldName().orElse(null);
      case DATA_TYPE -> Words.of(item.dataType());
      case LENGTH -> item.length().orElse(null);
      case DESCRIPTION -> item.description().orElse(null);
      case SHARING_TYPE -> Words.of(item.sharingType());
      case SHARING_CONDITION -> item.sharingCondition().orElse(null);
      case LEGAL_BASIS -> item.legalBasis().orElse(null);
      case SHARING_METHOD -> Words.of(item.sharingMethod());
      case OPEN_TYPE -> Words.of(item.openType());
      case OPEN_CONDITION -> item.openCondition().orElse(null);
      case UPDATE_FREQUENCY -> Words.of(item.updateFrequency());
      default -> throw new IllegalArgumentException(column + " is not said of an item");
    };
  }

  /** A resource without items has one row all the same. */
  private Object ofResourceAlone(TemplateColumn column) {
    return switch (column) {
      case SHARING_TYPE -> Words.of(entry.sharingType());
      case SHARING_METHOD -> Words.of(entry.sharingMethod());
      case OPEN_TYPE -> Words.of(entry.openType());
      case OPEN_CONDITION -> entry.openCondition().orElse(null);
      case UPDATE_FREQUENCY -> Words.of(entry.updateFrequency());
      default -> null;
    };
  }

  private static String listed(List<String> values) {
    return values.isEmpty() ? null : String.join(SEPARATOR, values);
  }

  private static String day(Instant instant) {
    return instant.atZone(ZONE).toLocalDate().toString();
  }
}
