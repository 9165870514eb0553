package org.govshare.catalog.resource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.search.SearchItem;
import org.govshare.catalog.search.SearchRow;

/**
 * A resource on its way into the tables in bulk: made from the same input and by the same rules as
 * one that an editor writes, but written as lines of COPY's text format.
 */
public final class ImportedResource {

  /** Takes the lines of resources. */
  public static final String COPY_RESOURCES =
      """
      copy information_resource (id, series_id, version, identifier, name, summary,
          department_code, category_code, format, data_structure, sharing_type, open_type,
          update_frequency, sharing_method, source_schema, source_table, row_count, item_count,
          state, authored_by, edited_by, created_at, updated_at, published_at, revision,
          format_type, open_condition, keywords, related_resources, storage_gb, shared_storage_gb,
          shared_rows, open_storage_gb, open_rows, classification, proposed_identifier, batch_id)
      from stdin
      """;

  /** Takes the lines of items. */
  public static final String COPY_ITEMS =
      """
      copy data_item (id, resource_id, position, name, field_name, data_type, length, sharing_type,
          sharing_condition, legal_basis, open_type, sharing_method, open_condition,
          update_frequency, description)
      from stdin
      """;

  /** Takes the lines of what resources are found by; goes after the resources. */
  public static final String COPY_SEARCH = SearchRow.COPY;

  private static final int STORED_SCALE = 6;

  private final InformationResource resource;
  private final List<DataItem> items;

  /**
   * A first draft.
   *
   * @param department code of its provider
   * @param author who imports it
   * @param batch the import it comes by
   */
  public ImportedResource(
      String department, String author, ResourceInput input, UUID batch, Instant now) {
    resource = new InformationResource(department, author, now);
    resource.write(input, author, now);
    resource.cameBy(batch);
    items = new ArrayList<>(input.items().size());
    for (ItemInput item : input.items()) {
      items.add(new DataItem(resource.id(), items.size(), input, item));
    }
  }

  /** Makes it the next version of a resource that there is already. */
  public void continues(UUID series, int version) {
    resource.continues(series, version);
  }

  /** Enters it into the catalogue under an identifier. */
  public void publishAs(String identifier, Instant publishedAt, Instant now) {
    resource.publishAs(identifier, publishedAt);
    resource.moveTo(ResourceState.PUBLISHED, now);
  }

  /** Identity of this version. */
  public UUID id() {
    return resource.id();
  }

  /** What its versions share. */
  public UUID seriesId() {
    return resource.seriesId();
  }

  /** Code that it has brought along, or {@code null}. */
  public String proposedIdentifier() {
    return resource.proposedIdentifier();
  }

  /** Name. */
  public String name() {
    return resource.name();
  }

  /** Code of its provider. */
  public String departmentCode() {
    return resource.departmentCode();
  }

  /** Code of its category. */
  public String categoryCode() {
    return resource.categoryCode();
  }

  /** Appends its line for {@link #COPY_RESOURCES}, when it has its identifier. */
  public void appendResource(StringBuilder lines) {
    CopyLine line = new CopyLine(lines);
    line.value(resource.id())
        .value(resource.seriesId())
        .value(resource.version())
        .text(resource.identifier());
    appendContent(line);
    line.value(resource.state())
        .text(resource.authoredBy())
        .text(resource.editedBy())
        .value(resource.createdAt())
        .value(resource.updatedAt())
        .value(resource.publishedAt())
        .value(0);
    appendMore(line);
    line.value(Classification.UNCLASSIFIED)
        .text(resource.proposedIdentifier())
        .value(resource.batchId())
        .end();
  }

  /** Its lines for {@link #COPY_ITEMS}. */
  public String itemLines() {
    StringBuilder lines = new StringBuilder();
    for (DataItem item : items) {
      appendItem(new CopyLine(lines), item);
    }
    return lines.toString();
  }

  /** Its line for {@link #COPY_SEARCH}. */
  public String searchLine() {
    StringBuilder search = new StringBuilder();
    SearchRow.of(
            resource.name(),
            resource.summary(),
            resource.keywords(),
            items.stream()
                .map(item -> new SearchItem(item.name(), item.fieldName(), item.description()))
                .toList())
        .appendTo(search, resource.id());
    return search.toString();
  }

  private void appendContent(CopyLine line) {
    line.text(resource.name())
        .text(resource.summary())
        .text(resource.departmentCode())
        .text(resource.categoryCode())
        .value(resource.format())
        .value(resource.dataStructure())
        .value(resource.sharingType())
        .value(resource.openType())
        .value(resource.updateFrequency())
        .value(resource.sharingMethod())
        .text(resource.sourceSchema())
        .text(resource.sourceTable())
        .value(resource.rowCount())
        .value(resource.itemCount());
  }

  private void appendMore(CopyLine line) {
    Census census = resource.census();
    line.text(resource.formatType())
        .text(resource.openCondition())
        .array(resource.keywords())
        .array(resource.relatedResources())
        .value(census == null ? null : stored(census.storageGb()))
        .value(census == null ? null : stored(census.sharedStorageGb()))
        .value(census == null ? null : census.sharedRows())
        .value(census == null ? null : stored(census.openStorageGb()))
        .value(census == null ? null : census.openRows());
  }

  private static BigDecimal stored(BigDecimal number) {
    return number == null ? null : number.setScale(STORED_SCALE, RoundingMode.HALF_UP);
  }

  private static void appendItem(CopyLine line, DataItem item) {
    line.value(item.id()).value(item.resourceId());
    appendItemContent(line, item);
    line.end();
  }

  private static void appendItemContent(CopyLine line, DataItem item) {
    ItemView view = item.view();
    line.value(item.position())
        .text(view.name())
        .text(view.fieldName())
        .value(view.dataType())
        .value(view.length())
        .value(view.sharingType())
        .text(view.sharingCondition())
        .text(view.legalBasis())
        .value(view.openType())
        .value(view.sharingMethod())
        .text(view.openCondition())
        .value(view.updateFrequency())
        .text(view.description());
  }

  /**
   * What it says, as text: equal to what {@link #storedContent} reads of a version that says the
   * same.
   */
  public String content() {
    StringBuilder content = new StringBuilder();
    CopyLine line = new CopyLine(content);
    appendContent(line);
    appendMore(line);
    line.end();
    for (DataItem item : items) {
      CopyLine itemLine = new CopyLine(content);
      appendItemContent(itemLine, item);
      itemLine.end();
    }
    return content.toString();
  }

  /** Writes what a stored version says in the form of {@link #content}, with COPY itself. */
  public static List<String> storedContent(UUID version) {
    return List.of(
        """
        copy (select name, summary, department_code, category_code, format, data_structure,
                sharing_type, open_type, update_frequency, sharing_method, source_schema,
                source_table, row_count, item_count, format_type, open_condition, keywords,
                related_resources, storage_gb, shared_storage_gb, shared_rows, open_storage_gb,
                open_rows
            from information_resource where id = '%s') to stdout
        """
            .formatted(version),
        """
        copy (select position, name, field_name, data_type, length, sharing_type,
                sharing_condition, legal_basis, open_type, sharing_method, open_condition,
                update_frequency, description
            from data_item where resource_id = '%s' order by position) to stdout
        """
            .formatted(version));
  }
}
