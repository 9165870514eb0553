package org.govshare.catalog.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.govshare.catalog.bulk.template.TemplateColumn;

/** Makes workbooks for tests. All of it is synthetic. */
final class Workbooks {

  private final List<Map<TemplateColumn, Object>> rows = new ArrayList<>();
  private final List<Consumer<Worksheet>> changes = new ArrayList<>();
  private final List<TemplateColumn> columns = new ArrayList<>(List.of(TemplateColumn.values()));
  private String sheet = "信息资源目录";

  static Workbooks workbook() {
    return new Workbooks();
  }

  /** A row with nothing wrong, of a resource of 省工商局. */
  static Map<TemplateColumn, Object> row(String name, String item) {
    Map<TemplateColumn, Object> row = new EnumMap<>(TemplateColumn.class);
    row.put(TemplateColumn.CATEGORY, "010201");
    row.put(TemplateColumn.NAME, name);
    row.put(TemplateColumn.PROVIDER, "省工商局");
    row.put(TemplateColumn.SUMMARY, name + "的合成摘要");
    row.put(TemplateColumn.FORMAT, "数据库");
    row.put(TemplateColumn.FORMAT_TYPE, "MySQL");
    row.put(TemplateColumn.ITEM_NAME, item);
    row.put(TemplateColumn.DATA_TYPE, "字符型C");
    row.put(TemplateColumn.LENGTH, 18);
    row.put(TemplateColumn.SHARING_TYPE, "无条件共享");
    row.put(TemplateColumn.SHARING_METHOD, "数据库");
    row.put(TemplateColumn.OPEN_TYPE, "不予开放");
    row.put(TemplateColumn.UPDATE_FREQUENCY, "每日");
    return row;
  }

  /** Adds a row with nothing wrong. */
  Workbooks with(String name, String item) {
    rows.add(row(name, item));
    return this;
  }

  /** Changes a cell of the row that was added last; {@code null} empties it. */
  Workbooks but(TemplateColumn column, Object value) {
    rows.get(rows.size() - 1).put(column, value);
    return this;
  }

  Workbooks without(TemplateColumn column) {
    columns.remove(column);
    return this;
  }

  Workbooks on(String name) {
    sheet = name;
    return this;
  }

  /** Does something else to the sheet; columns and rows count from 0. */
  Workbooks then(Consumer<Worksheet> change) {
    changes.add(change);
    return this;
  }

  /** Adds a sheet in the template with a row of its own. */
  Workbooks again(String name, String resource) {
    return then(
        first -> {
          Worksheet to = first.getWorkbook().newWorksheet(name);
          Map<TemplateColumn, Object> row = row(resource, "甲");
          for (int i = 0; i < columns.size(); i++) {
            to.value(0, i, columns.get(i).header());
            put(to, 1, i, row.get(columns.get(i)));
          }
        });
  }

  /** A workbook of another kind. */
  byte[] plain(String name, String[]... lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "govshare-test", "1.0")) {
      Worksheet to = workbook.newWorksheet(name);
      for (int r = 0; r < lines.length; r++) {
        for (int i = 0; i < lines[r].length; i++) {
          to.value(r, i, lines[r][i]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static int column(TemplateColumn column) {
    return column.ordinal();
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "govshare-test", "1.0")) {
      Worksheet to = workbook.newWorksheet(sheet);
      for (int i = 0; i < columns.size(); i++) {
        to.value(0, i, columns.get(i).header());
      }
      for (int r = 0; r < rows.size(); r++) {
        for (int i = 0; i < columns.size(); i++) {
          put(to, r + 1, i, rows.get(r).get(columns.get(i)));
        }
      }
      changes.forEach(change -> change.accept(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void put(Worksheet to, int row, int column, Object value) {
    if (value instanceof Number number) {
      to.value(row, column, number);
    } else if (value instanceof Boolean flag) {
      to.value(row, column, flag);
    } else if (value != null) {
      to.value(row, column, value.toString());
    }
  }
}
