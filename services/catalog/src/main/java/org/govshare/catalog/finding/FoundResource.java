package org.govshare.catalog.finding;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.resource.DataStructure;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.ResourceFormat;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.resource.SharingType;
import org.govshare.catalog.resource.UpdateFrequency;

/**
 * A resource that was found, as it was read.
 *
 * @param items its items, if a word may occur in them
 */
record FoundResource(
    UUID id,
    Position position,
    String identifier,
    String name,
    int version,
    ResourceState state,
    String summary,
    List<String> keywords,
    String categoryCode,
    String departmentCode,
    ResourceFormat format,
    DataStructure dataStructure,
    SharingType sharingType,
    OpenType openType,
    UpdateFrequency updateFrequency,
    long rowCount,
    int itemCount,
    Instant publishedAt,
    Instant updatedAt,
    long revision,
    List<Item> items) {

  static FoundResource of(Row row) {
    UUID id = row.getUUID("id");
    return new FoundResource(
        id,
        new Position(row.getInteger("rank"), instant(row, "newest"), id),
        row.getString("identifier"),
        row.getString("name"),
        row.getInteger("version"),
        ResourceState.valueOf(row.getString("state")),
        row.getString("summary"),
        List.of(row.getArrayOfStrings("keywords")),
        row.getString("category_code"),
        row.getString("department_code"),
        ResourceFormat.valueOf(row.getString("format")),
        DataStructure.valueOf(row.getString("data_structure")),
        SharingType.valueOf(row.getString("sharing_type")),
        OpenType.valueOf(row.getString("open_type")),
        UpdateFrequency.valueOf(row.getString("update_frequency")),
        row.getLong("row_count"),
        row.getInteger("item_count"),
        instant(row, "published_at"),
        instant(row, "updated_at"),
        row.getLong("revision"),
        items(row));
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  private static List<Item> items(Row row) {
    UUID[] ids = row.getArrayOfUUIDs("ids");
    if (ids == null) {
      return List.of();
    }
    String[] names = row.getArrayOfStrings("names");
    String[] fields = row.getArrayOfStrings("fields");
    String[] descriptions = row.getArrayOfStrings("descriptions");
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      items.add(new Item(ids[i], names[i], fields[i], descriptions[i]));
    }
    return items;
  }

  /** What of an item a word can hit. */
  @Schema(name = "FoundItem")
  record Item(UUID id, String name, String fieldName, String description) {}
}
