package org.govshare.catalog.bulk.organisation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the workbook that is filled in: one sheet to fill, one that explains. Blocks. */
final class SheetTemplate {

  private static final String SHADE = "D9E1F2";
  private static final int WIDTH = 22;

  private SheetTemplate() {}

  static byte[] of(EntrySheet<?> sheet) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "govshare", "1.0")) {
      fill(workbook.newWorksheet(sheet.title()), sheet.columns().values());
      explain(workbook.newWorksheet("填写说明"), sheet.columns().values());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void fill(Worksheet to, Collection<SheetColumn> columns) {
    int at = 0;
    for (SheetColumn column : columns) {
      to.value(0, at, column.header() + (column.required() ? "*" : ""));
      to.style(0, at).bold().fillColor(SHADE).set();
      to.width(at, WIDTH);
      if (!column.words().isEmpty()) {
        String list = '"' + String.join(",", column.words().keySet()) + '"';
        to.range(1, at, SheetReading.ROW_LIMIT, at).validateWithListByFormula(list);
      }
      at++;
    }
    to.freezePane(0, 1);
  }

  private static void explain(Worksheet to, Collection<SheetColumn> columns) {
    String[] headings = {"列", "是否必填", "可填的值", "示例（合成）"};
    for (int i = 0; i < headings.length; i++) {
      to.value(0, i, headings[i]);
      to.style(0, i).bold().fillColor(SHADE).set();
      to.width(i, WIDTH);
    }
    int row = 1;
    for (SheetColumn column : columns) {
      to.value(row, 0, column.header());
      to.value(row, 1, column.required() ? "必填" : "选填");
      to.value(row, 2, String.join("、", column.words().keySet()));
      to.value(row, 3, column.example());
      row++;
    }
  }
}
