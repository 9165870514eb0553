package org.govshare.catalog.export;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.catalog.export.CatalogueEntry.Filing;
import org.govshare.catalog.export.CatalogueEntry.Origin;
import org.govshare.catalog.export.CatalogueEntry.Provider;
import org.govshare.catalog.export.CatalogueEntry.Standard;
import org.govshare.catalog.resource.Census;
import org.govshare.catalog.resource.DataStructure;
import org.govshare.catalog.resource.DataType;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.ResourceFormat;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.resource.SharingMethod;
import org.govshare.catalog.resource.SharingType;
import org.govshare.catalog.resource.UpdateFrequency;

/** The queries behind {@link EntryReader}, and how their rows become entries. */
final class EntryRows {

  private static final String ENTRIES =
      """
      select r.*, d.name as department_name, d.region_code, g.name as region_name,
        f.label as format_label, o.name as office_name, b.name as function_name,
        (select min(first.published_at) from information_resource first
          where first.series_id = r.series_id) as first_published_at,
        array(
          select related.identifier
          from unnest(r.related_resources) with ordinality related (identifier, position)
          where ? or exists (
            select 1 from information_resource other
            where other.identifier = related.identifier
              and other.state = 'PUBLISHED' and other.open_type = 'OPEN')
          order by related.position) as related
      from information_resource r
        join department d on d.code = r.department_code
        left join region g on g.code = d.region_code
        left join resource_format_type f on f.code = r.format_type
        left join office o on o.id = r.office_id
        left join business_function b on b.id = r.function_id
      where r.id = any (?)
      """;

  private static final String ITEMS =
      """
      select * from data_item
      where resource_id = any (?) and (? or open_type = 'OPEN')
      order by resource_id, position
      """;

  private static final String STANDARDS =
      """
      select distinct i.resource_id, s.id, s.document_number, s.title
      from data_item i
        left join data_element e on e.id = i.data_element_id
        left join code_table t on t.id in (i.code_table_id, e.code_table_id)
        join library_document s on s.id in (e.standard_id, t.standard_id)
      where i.resource_id = any (?) and (? or i.open_type = 'OPEN') and s.kind = 'STANDARD'
        and (i.data_element_id is not null or i.code_table_id is not null)
      order by i.resource_id, s.document_number
      """;

  private EntryRows() {}

  static Map<UUID, CatalogueEntry> entries(
      Connection connection,
      Array ids,
      ItemScope scope,
      CategoryTree tree,
      Map<UUID, List<EntryItem>> items)
      throws SQLException {
    Map<UUID, List<Standard>> standards = standards(connection, ids, scope);
    Map<UUID, CatalogueEntry> entries = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(ENTRIES)) {
      query.setBoolean(1, scope == ItemScope.ALL);
      query.setArray(2, ids);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          UUID id = row.getObject("id", UUID.class);
          entries.put(
              id,
              entry(
                  row,
                  tree,
                  items.getOrDefault(id, List.of()),
                  standards.getOrDefault(id, List.of())));
        }
      }
    }
    return entries;
  }

  private static CatalogueEntry entry(
      ResultSet row, CategoryTree tree, List<EntryItem> items, List<Standard> standards)
      throws SQLException {
    String schema = row.getString("source_schema");
    String region = row.getString("region_name");
    return new CatalogueEntry(
        row.getObject("id", UUID.class),
        row.getObject("series_id", UUID.class),
        row.getInt("version"),
        text(row, "identifier"),
        ResourceState.valueOf(row.getString("state")),
        row.getString("name"),
        row.getString("summary"),
        new Provider(
            row.getString("department_code"),
            row.getString("department_name"),
            text(row, "region_code").map(code -> new Filing(code, region)),
            text(row, "contact_name"),
            text(row, "contact_phone"),
            text(row, "contact_email")),
        tree.path(row.getString("category_code")),
        tree.theme(row.getString("category_code")),
        ResourceFormat.valueOf(row.getString("format")),
        text(row, "format_type"),
        text(row, "format_label"),
        DataStructure.valueOf(row.getString("data_structure")),
        SharingType.valueOf(row.getString("sharing_type")),
        SharingMethod.valueOf(row.getString("sharing_method")),
        OpenType.valueOf(row.getString("open_type")),
        text(row, "open_condition"),
        UpdateFrequency.valueOf(row.getString("update_frequency")),
        texts(row, "keywords"),
        texts(row, "related"),
        standards,
        new Origin(text(row, "office_name"), text(row, "function_name")),
        text(row, "source_table").map(table -> schema + "." + table),
        row.getLong("row_count"),
        new Census(
            row.getBigDecimal("storage_gb"),
            row.getBigDecimal("shared_storage_gb"),
            row.getObject("shared_rows", Long.class),
            row.getBigDecimal("open_storage_gb"),
            row.getObject("open_rows", Long.class)),
        items,
        row.getTimestamp("updated_at").toInstant(),
        instant(row, "published_at"),
        instant(row, "first_published_at"),
        instant(row, "data_updated_at"));
  }

  private static Map<UUID, List<Standard>> standards(
      Connection connection, Array ids, ItemScope scope) throws SQLException {
    Map<UUID, List<Standard>> standards = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(STANDARDS)) {
      query.setArray(1, ids);
      query.setBoolean(2, scope == ItemScope.ALL);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          standards
              .computeIfAbsent(row.getObject(1, UUID.class), key -> new ArrayList<>())
              .add(new Standard(row.getObject(2, UUID.class), row.getString(3), row.getString(4)));
        }
      }
    }
    return standards;
  }

  static Map<UUID, List<EntryItem>> items(Connection connection, Array ids, ItemScope scope)
      throws SQLException {
    Map<UUID, List<EntryItem>> items = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(ITEMS)) {
      query.setArray(1, ids);
      query.setBoolean(2, scope == ItemScope.ALL);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          items
              .computeIfAbsent(row.getObject("resource_id", UUID.class), key -> new ArrayList<>())
              .add(item(row));
        }
      }
    }
    return items;
  }

  private static EntryItem item(ResultSet row) throws SQLException {
    return new EntryItem(
        row.getString("name"),
        text(row, "field_name"),
        DataType.valueOf(row.getString("data_type")),
        Optional.ofNullable(row.getObject("length", Integer.class)),
        SharingType.valueOf(row.getString("sharing_type")),
        text(row, "sharing_condition"),
        text(row, "legal_basis"),
        SharingMethod.valueOf(row.getString("sharing_method")),
        OpenType.valueOf(row.getString("open_type")),
        text(row, "open_condition"),
        UpdateFrequency.valueOf(row.getString("update_frequency")),
        text(row, "description"));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).filter(value -> !value.isBlank());
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
