package org.govshare.lab.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes resources as a workbook in the national template: a row for each item, what belongs to the
 * resource repeated on each. Rows leave memory as they are written.
 */
public final class TemplateWorkbook implements AutoCloseable {

  private static final List<String> HEADINGS =
      List.of(
          "信息资源分类",
          "信息资源名称",
          "信息资源提供方",
          "资源提供方代码",
          "信息资源摘要",
          "信息资源格式类别",
          "信息资源格式类型",
          "数据结构",
          "关键字",
          "信息项名称",
          "字段名",
          "数据类型",
          "数据长度",
          "信息项说明",
          "共享类型",
          "共享条件",
          "不予共享依据",
          "共享方式",
          "是否向社会开放",
          "更新周期",
          "结构化记录总数",
          "责任处室",
          "业务职责");

  private static final int ROWS_IN_MEMORY = 500;

  private final Workbook workbook;
  private final Worksheet sheet;
  private int row;

  /** Begins a workbook; the stream stays open when it ends. */
  public TemplateWorkbook(OutputStream output) {
    workbook = new Workbook(output, "govshare lab", "1.0");
    sheet = workbook.newWorksheet("信息资源目录");
    for (int column = 0; column < HEADINGS.size(); column++) {
      sheet.value(0, column, HEADINGS.get(column));
    }
    row = 1;
  }

  /** Appends a resource. */
  public void add(SyntheticResource resource) {
    for (SyntheticItem item : resource.items()) {
      text(0, resource.categoryCode());
      text(1, resource.name());
      text(2, resource.departmentName());
      text(3, resource.departmentCode());
      text(4, resource.summary());
      text(5, resource.format());
      text(6, resource.formatType());
      text(7, resource.structure());
      text(8, String.join("，", resource.keywords()));
      text(9, item.name());
      text(10, item.field());
      text(11, item.type());
      if (item.length() > 0) {
        sheet.value(row, 12, item.length());
      }
      text(13, item.description());
      text(14, resource.sharing());
      text(15, resource.sharingCondition());
      text(16, resource.legalBasis());
      text(17, resource.method());
      text(18, resource.open());
      text(19, resource.frequency());
      sheet.value(row, 20, resource.rows());
      text(21, resource.office());
      text(22, resource.function());
      row++;
    }
    if (row % ROWS_IN_MEMORY < resource.items().size()) {
      flush();
    }
  }

  private void text(int column, String text) {
    if (!text.isEmpty()) {
      sheet.inlineString(row, column, text);
    }
  }

  private void flush() {
    try {
      sheet.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    workbook.finish();
  }
}
