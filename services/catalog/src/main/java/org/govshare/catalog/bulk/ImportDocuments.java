package org.govshare.catalog.bulk;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.govshare.catalog.bulk.annotation.AnnotatedWorkbook;
import org.govshare.catalog.bulk.annotation.Remark;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.bulk.template.TemplateWorkbook;
import org.govshare.catalog.bulk.xlsx.SheetName;
import org.govshare.catalog.bulk.xlsx.XlsxFile;
import org.govshare.platform.problem.Conflict;

/** Makes the workbooks that importers get. Blocks, so it is called on worker threads. */
@Singleton
class ImportDocuments {

  private final DataSource database;
  private final ImportFiles files;
  private final FaultTexts texts;

  ImportDocuments(DataSource database, ImportFiles files, FaultTexts texts) {
    this.database = database;
    this.files = files;
    this.texts = texts;
  }

  /** An empty workbook of the template. Its file is gone when it has been read. */
  InputStream template() throws IOException, SQLException {
    Path file = files.temporary();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        OutputStream out = Files.newOutputStream(file)) {
      TemplateWorkbook.write(
          out,
          pairs(statement, "select code, name from department where state = 'ACTIVE' order by 1"),
          pairs(statement, "select code, name from category where not retired order by 1"),
          pairs(statement, "select code, label from resource_format_type order by position"));
    }
    return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
  }

  private static Map<String, String> pairs(Statement statement, String query) throws SQLException {
    Map<String, String> pairs = new LinkedHashMap<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        pairs.put(rows.getString(1), rows.getString(2));
      }
    }
    return pairs;
  }

  /** The workbook of a batch with what is wrong in it. Its file is gone when it has been read. */
  InputStream annotated(UUID batch, Locale language) throws IOException, SQLException {
    Path original = files.fetch(batch);
    Path file = files.temporary();
    try (Connection connection = database.getConnection();
        OutputStream out = Files.newOutputStream(file);
        XlsxFile workbook = files.open(original)) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement =
          connection.prepareStatement(
              "select sheet, sheet_path, header_row from import_batch where id = ?")) {
        statement.setObject(1, batch);
        try (ResultSet row = statement.executeQuery()) {
          if (!row.next() || row.getString(1) == null) {
            throw new Conflict("import-not-checked");
          }
          write(
              connection,
              workbook,
              new SheetName(row.getString(1), row.getString(2), false),
              row.getInt(3),
              batch,
              language,
              out);
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (IOException | SQLException | RuntimeException failure) {
      Files.deleteIfExists(file);
      throw failure;
    } finally {
      Files.deleteIfExists(original);
    }
    return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
  }

  private void write(
      Connection connection,
      XlsxFile workbook,
      SheetName sheet,
      int headerRow,
      UUID batch,
      Locale language,
      OutputStream out)
      throws IOException, SQLException {
    try (FaultCursor faults = new FaultCursor(connection, batch)) {
      AnnotatedWorkbook.write(
          workbook,
          sheet,
          headerRow,
          row -> faults.of(row).stream().map(fault -> remark(fault, language)).toList(),
          summary(connection, batch, language),
          out);
    }
  }

  private Remark remark(StoredFault fault, Locale language) {
    TemplateColumn column = fault.column() == null ? null : TemplateColumn.valueOf(fault.column());
    String about = column == null ? "" : column.header() + "：";
    return new Remark(
        column,
        about
            + texts.message(language, fault.reason(), fault.arguments())
            + "。"
            + texts.suggestion(language, fault));
  }

  /** Of each kind of fault how often it occurs, and the first of them. */
  private List<String[]> summary(Connection connection, UUID batch, Locale language)
      throws SQLException {
    List<String[]> lines = new ArrayList<>();
    lines.add(new String[] {"列", "问题", "说明（首例）", "次数", "建议", "首行"});
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select template_column, reason, count(*), min(row_number),
                (array_agg(array_to_json(arguments)::text order by row_number, number))[1],
                (array_agg(suggestion order by row_number, number))[1]
            from import_fault where batch_id = ? group by template_column, reason
            order by count(*) desc, reason, template_column
            """)) {
      statement.setObject(1, batch);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add(line(rows, language));
        }
      }
    }
    return lines;
  }

  private String[] line(ResultSet rows, Locale language) throws SQLException {
    String column = rows.getString(1);
    StoredFault first =
        new StoredFault(
            rows.getInt(4),
            column,
            rows.getString(2),
            FaultCursor.words(rows.getString(5)),
            null,
            rows.getString(6),
            0);
    return new String[] {
      column == null ? "" : TemplateColumn.valueOf(column).header(),
      first.reason(),
      texts.message(language, first.reason(), first.arguments()),
      rows.getString(3),
      texts.suggestion(language, first),
      String.valueOf(first.row())
    };
  }
}
