package org.govshare.catalog.resource;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.govshare.catalog.search.SearchItem;
import org.govshare.catalog.search.SearchRow;

/**
 * A resource on its way into the tables in bulk: made from the same input and by the same rules as
 * one that an editor writes, but as lines of COPY's text format, all but what is only known when it
 * is written. Nothing changes the arrays.
 *
 * @param id identity of this version
 * @param departmentCode code of its provider
 * @param categoryCode code of its category
 * @param name name
 * @param proposedIdentifier code that it has brought along, or {@code null}
 * @param officeId office that keeps it, or {@code null}
 * @param functionId business function that it comes from, or {@code null}
 * @param content what it says, as the beginning of a line for {@link #COPY_RESOURCES}
 * @param items lines for {@link #COPY_ITEMS}
 * @param search line for {@link #COPY_SEARCH}
 */
@SuppressWarnings("ArrayRecordComponent")
public record ImportedResource(
    UUID id,
    String departmentCode,
    String categoryCode,
    String name,
    String proposedIdentifier,
    UUID officeId,
    UUID functionId,
    byte[] content,
    byte[] items,
    byte[] search) {

  /** Takes the lines of resources. */
  public static final String COPY_RESOURCES =
      """
      copy information_resource (name, summary, department_code, category_code, format,
          data_structure, sharing_type, open_type, update_frequency, source_schema, source_table,
          row_count, item_count, format_type, keywords, related_resources, storage_gb,
          shared_storage_gb, shared_rows, open_storage_gb, open_rows, sharing_method, open_condition,
          id, series_id, version, identifier, state, authored_by, edited_by, created_at, updated_at,
          published_at, revision, classification, proposed_identifier, batch_id,
          office_id, function_id, campaign_id)
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

  // The last columns of the content: a workbook has them for items alone, and those are compared.
  private static final int OF_ITEMS_ALONE = 2;

  /**
   * How it enters the tables.
   *
   * @param series what its versions share
   * @param version number of this one
   * @param identifier {@code null} for a draft
   * @param publishedAt {@code null} for a draft
   * @param author who imports it
   * @param batch the import it comes by
   * @param campaign the campaign it belongs to, or {@code null}
   * @param now the present
   */
  public record Entry(
      UUID series,
      int version,
      String identifier,
      Instant publishedAt,
      String author,
      UUID batch,
      UUID campaign,
      Instant now) {}

  /**
   * Makes the lines.
   *
   * @param department code of its provider
   */
  public static ImportedResource of(String department, ResourceInput input) {
    InformationResource resource = new InformationResource(department, null, null);
    resource.write(input, null, null);
    StringBuilder content = new StringBuilder();
    appendContent(new CopyLine(content), resource);
    StringBuilder items = new StringBuilder();
    List<SearchItem> searched = new ArrayList<>(input.items().size());
    for (ItemInput each : input.items()) {
      DataItem item = new DataItem(resource.id(), searched.size(), input, each);
      appendItem(new CopyLine(items), item);
      searched.add(new SearchItem(item.name(), item.fieldName(), item.description()));
    }
    StringBuilder search = new StringBuilder();
    SearchRow.of(resource.name(), resource.summary(), resource.keywords(), searched)
        .appendTo(search, resource.id());
    return new ImportedResource(
        resource.id(),
        department,
        resource.categoryCode(),
        resource.name(),
        resource.proposedIdentifier(),
        resource.officeId(),
        resource.functionId(),
        bytes(content),
        bytes(items),
        bytes(search));
  }

  private static byte[] bytes(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Appends its line for {@link #COPY_RESOURCES}. */
  public void appendTo(ByteArrayOutputStream lines, Entry entry) {
    lines.writeBytes(content);
    StringBuilder rest = new StringBuilder("\t");
    new CopyLine(rest)
        .value(id)
        .value(entry.series())
        .value(entry.version())
        .text(entry.identifier())
        .value(entry.identifier() == null ? ResourceState.DRAFT : ResourceState.PUBLISHED)
        .text(entry.author())
        .text(entry.author())
        .value(entry.now())
        .value(entry.now())
        .value(entry.publishedAt())
        .value(0)
        .value(Classification.UNCLASSIFIED)
        .text(proposedIdentifier)
        .value(entry.batch())
        .value(officeId)
        .value(functionId)
        .value(entry.campaign())
        .end();
    lines.writeBytes(bytes(rest));
  }

  /** Writes it as {@link #read} reads it. */
  public void write(DataOutputStream out) throws IOException {
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
    out.writeUTF(departmentCode);
    out.writeUTF(categoryCode);
    out.writeUTF(name);
    out.writeUTF(Objects.toString(proposedIdentifier, ""));
    out.writeUTF(Objects.toString(officeId, ""));
    out.writeUTF(Objects.toString(functionId, ""));
    for (byte[] lines : List.of(content, items, search)) {
      out.writeInt(lines.length);
      out.write(lines);
    }
  }

  /** Reads what {@link #write} has written. */
  public static ImportedResource read(DataInputStream in) throws IOException {
    UUID id = new UUID(in.readLong(), in.readLong());
    String department = in.readUTF();
    String category = in.readUTF();
    String name = in.readUTF();
    String proposed = in.readUTF();
    String office = in.readUTF();
    String function = in.readUTF();
    return new ImportedResource(
        id,
        department,
        category,
        name,
        proposed.isEmpty() ? null : proposed,
        office.isEmpty() ? null : UUID.fromString(office),
        function.isEmpty() ? null : UUID.fromString(function),
        in.readNBytes(in.readInt()),
        in.readNBytes(in.readInt()),
        in.readNBytes(in.readInt()));
  }

  private static void appendContent(CopyLine line, InformationResource resource) {
    Census census = resource.census();
    line.text(resource.name())
        .text(resource.summary())
        .text(resource.departmentCode())
        .text(resource.categoryCode())
        .value(resource.format())
        .value(resource.dataStructure())
        .value(resource.sharingType())
        .value(resource.openType())
        .value(resource.updateFrequency())
        .text(resource.sourceSchema())
        .text(resource.sourceTable())
        .value(resource.rowCount())
        .value(resource.itemCount())
        .text(resource.formatType())
        .array(resource.keywords())
        .array(resource.relatedResources())
        .value(census == null ? null : stored(census.storageGb()))
        .value(census == null ? null : stored(census.sharedStorageGb()))
        .value(census == null ? null : census.sharedRows())
        .value(census == null ? null : stored(census.openStorageGb()))
        .value(census == null ? null : census.openRows())
        .value(resource.sharingMethod())
        .text(resource.openCondition());
  }

  private static BigDecimal stored(BigDecimal number) {
    return number == null ? null : number.setScale(STORED_SCALE, RoundingMode.HALF_UP);
  }

  private static void appendItem(CopyLine line, DataItem item) {
    ItemView view = item.view();
    line.value(item.id())
        .value(item.resourceId())
        .value(item.position())
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
        .text(view.description())
        .end();
  }

  /**
   * What it says, as text: equal to what {@link #storedContent} reads of a version that says the
   * same.
   */
  public String text() {
    String said = new String(content, StandardCharsets.UTF_8);
    int end = said.length();
    for (int column = 0; column < OF_ITEMS_ALONE; column++) {
      end = said.lastIndexOf('\t', end - 1);
    }
    StringBuilder text = new StringBuilder(said.substring(0, end)).append('\n');
    // Of an item all but its own identity and that of its resource.
    new String(items, StandardCharsets.UTF_8)
        .lines()
        .forEach(
            line ->
                text.append(line, line.indexOf('\t', line.indexOf('\t') + 1) + 1, line.length())
                    .append('\n'));
    origin().values().forEach(id -> text.append(id).append('\n'));
    return text.toString();
  }

  /** Where it comes from, by column; what this one does not say of it is not compared. */
  private Map<String, UUID> origin() {
    Map<String, UUID> origin = new LinkedHashMap<>();
    if (officeId != null) {
      origin.put("office_id", officeId);
    }
    if (functionId != null) {
      origin.put("function_id", functionId);
    }
    return origin;
  }

  /** Writes what a stored version says in the form of {@link #text}, with COPY itself. */
  public List<String> storedContent(UUID version) {
    List<String> statements = new ArrayList<>(storedTexts(version));
    for (String column : origin().keySet()) {
      statements.add(
          "copy (select %s from information_resource where id = '%s') to stdout"
              .formatted(column, version));
    }
    return statements;
  }

  private static List<String> storedTexts(UUID version) {
    return List.of(
        """
        copy (select name, summary, department_code, category_code, format, data_structure,
                sharing_type, open_type, update_frequency, source_schema, source_table,
                row_count, item_count, format_type, keywords, related_resources, storage_gb,
                shared_storage_gb, shared_rows, open_storage_gb, open_rows
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
