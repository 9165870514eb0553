package org.govshare.lab.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * Puts a synthetic catalogue into an empty catalogue's tables with COPY, as published. For
 * benchmarks alone: what a resource is found by is left to a reindex.
 */
public final class SyntheticRows {

  private static final int BATCH = 2_000;

  private static final String RESOURCES =
      """
      copy information_resource (id, series_id, version, identifier, name, summary, keywords,
        department_code, category_code, format, data_structure, sharing_type, open_type,
        update_frequency, sharing_method, row_count, item_count, state, authored_by, edited_by,
        created_at, updated_at, published_at, revision) from stdin
      """;

  private static final String ITEMS =
      """
      copy data_item (id, resource_id, position, name, field_name, data_type, length, sharing_type,
        sharing_condition, legal_basis, open_type, sharing_method, update_frequency, description)
      from stdin
      """;

  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("数据库", "DATABASE"),
          Map.entry("电子表格", "SPREADSHEET"),
          Map.entry("电子文件", "ELECTRONIC_FILE"),
          Map.entry("图形图像", "IMAGE"),
          Map.entry("结构化", "STRUCTURED"),
          Map.entry("非结构化", "UNSTRUCTURED"),
          Map.entry("无条件共享", "UNCONDITIONAL"),
          Map.entry("有条件共享", "CONDITIONAL"),
          Map.entry("不予共享", "NOT_SHARED"),
          Map.entry("主动开放", "OPEN"),
          Map.entry("依申请公开", "ON_REQUEST"),
          Map.entry("不予开放", "CLOSED"),
          Map.entry("文件", "FILE"),
          Map.entry("实时", "REALTIME"),
          Map.entry("每日", "DAILY"),
          Map.entry("每周", "WEEKLY"),
          Map.entry("每旬", "TEN_DAYS"),
          Map.entry("每月", "MONTHLY"),
          Map.entry("每季度", "QUARTERLY"),
          Map.entry("每年", "YEARLY"),
          Map.entry("不定期", "IRREGULAR"));

  private final Connection connection;
  private final StringBuilder resources = new StringBuilder();
  private final StringBuilder items = new StringBuilder();
  private int written;

  private SyntheticRows(Connection connection) {
    this.connection = connection;
  }

  /** Adds a whole catalogue. */
  public static void load(Connection connection, SyntheticCatalogue catalogue)
      throws SQLException, IOException {
    addDepartments(connection);
    SyntheticRows rows = new SyntheticRows(connection);
    catalogue.forEach(rows::add);
    rows.flush();
    try (Statement statement = connection.createStatement()) {
      statement.execute("vacuum analyze information_resource");
      statement.execute("vacuum analyze data_item");
    }
  }

  /** Adds the departments that provide it, as far as they are not there. */
  public static void addDepartments(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (Provider provider : Provider.ALL) {
        try (ResultSet known =
            statement.executeQuery(
                "select 1 from department where code = '" + provider.code() + "'")) {
          if (known.next()) {
            continue;
          }
        }
        statement.execute(
            "insert into department (code, name, serial, kind) values ('%s', '%s', '%04d', '%s')"
                .formatted(
                    provider.code(),
                    provider.name(),
                    100 + Provider.ALL.indexOf(provider),
                    "GOVERNMENT_ORGAN"));
      }
    }
  }

  private void add(SyntheticResource resource) {
    UUID id = UUID.randomUUID();
    String sharing = CODES.get(resource.sharing());
    String open = CODES.get(resource.open());
    String method = CODES.get(resource.method());
    String frequency = CODES.get(resource.frequency());
    line(
        resources,
        id,
        id,
        1,
        String.format(Locale.ROOT, "%s130000%010d", resource.categoryCode(), written),
        resource.name(),
        resource.summary(),
        "{" + String.join(",", resource.keywords()) + "}",
        resource.departmentCode(),
        resource.categoryCode(),
        CODES.get(resource.format()),
        CODES.get(resource.structure()),
        sharing,
        open,
        frequency,
        method,
        resource.rows(),
        resource.items().size(),
        "PUBLISHED",
        "lab",
        "lab",
        "now",
        "now",
        LocalDate.of(2018, 1, 1).plusDays(written % 3_000),
        0);
    for (int i = 0; i < resource.items().size(); i++) {
      SyntheticItem item = resource.items().get(i);
      line(
          items,
          UUID.randomUUID(),
          id,
          i,
          item.name(),
          item.field(),
          item.type().substring(item.type().length() - 1),
          item.length() == 0 ? "\\N" : item.length(),
          sharing,
          resource.sharingCondition().isEmpty() ? "\\N" : resource.sharingCondition(),
          resource.legalBasis().isEmpty() ? "\\N" : resource.legalBasis(),
          open,
          method,
          frequency,
          item.description().isEmpty() ? "\\N" : item.description());
    }
    written++;
    if (written % BATCH == 0) {
      flush();
    }
  }

  private static void line(StringBuilder lines, Object... values) {
    for (int i = 0; i < values.length; i++) {
      lines.append(i == 0 ? "" : "\t").append(values[i]);
    }
    lines.append('\n');
  }

  private void flush() {
    try {
      PGConnection postgres = connection.unwrap(PGConnection.class);
      postgres.getCopyAPI().copyIn(RESOURCES, new StringReader(resources.toString()));
      postgres.getCopyAPI().copyIn(ITEMS, new StringReader(items.toString()));
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("the rows were not copied", e);
    }
    resources.setLength(0);
    items.setLength(0);
  }
}
