package org.govshare.catalog.bulk.template;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes an empty workbook of the template: headings, drop-down lists, instructions and codes. */
public final class TemplateWorkbook {

  private static final int LAST_ROW = 100_000;
  private static final String CODES = "代码表";
  private static final List<String> INSTRUCTIONS =
      List.of(
          "每行填写一个信息项。信息资源的各列只需在其第一行填写，以下各行可以重复、合并或者留空；信息项的各列逐行填写，不得合并。",
          "信息资源名称应当说明数据的内容，不得使用信息系统的名称，不得用下拉填充产生带编号的名称。",
          "信息资源代码为 6 位前段码、10 位中段码、/、5 位后段码；没有代码时留空，发布时由系统分配。目录中已有的代码表示更新该信息资源：内容有变化的成为新版本的草稿，没有变化的跳过。",
          "有条件共享的信息项应当填写共享条件；不予共享的信息项应当填写法律、行政法规或者党中央、国务院政策依据。",
          "格式类型应当属于格式类别，共享方式应当适合资源格式。数据结构留空时按资源格式确定。",
          "六项普查数据只填数字，不带单位；存储量以 GB 计。",
          "责任处室、业务职责可以不填；填写的应当是提供方在平台上登记的名称。",
          "涉密信息资源不得填报。",
          "单元格中请填写值，不要使用公式。");

  private TemplateWorkbook() {}

  /**
   * Writes the workbook.
   *
   * @param departments names by code
   * @param categories names by code
   * @param formatTypes labels by code
   */
  public static void write(
      OutputStream out,
      Map<String, String> departments,
      Map<String, String> categories,
      Map<String, String> formatTypes)
      throws IOException {
    try (Workbook workbook = new Workbook(out, "govshare", "1.0")) {
      Worksheet data = workbook.newWorksheet("信息资源目录");
      Worksheet codes = workbook.newWorksheet(CODES);
      headings(data);
      list(data, codes, TemplateColumn.FORMAT, 0, Words.FORMAT.labels());
      list(data, codes, TemplateColumn.STRUCTURE, 1, Words.STRUCTURE.labels());
      list(data, codes, TemplateColumn.DATA_TYPE, 2, Words.DATA_TYPE.labels());
      list(data, codes, TemplateColumn.SHARING_TYPE, 3, Words.SHARING_TYPE.labels());
      list(data, codes, TemplateColumn.SHARING_METHOD, 4, Words.SHARING_METHOD.labels());
      list(data, codes, TemplateColumn.OPEN_TYPE, 5, Words.OPEN_TYPE.labels());
      list(data, codes, TemplateColumn.UPDATE_FREQUENCY, 6, Words.UPDATE_FREQUENCY.labels());
      list(data, codes, TemplateColumn.CLASSIFICATION, 7, List.of("非涉密"));
      list(data, codes, TemplateColumn.FORMAT_TYPE, 8, List.copyOf(formatTypes.values()));
      list(data, codes, TemplateColumn.PROVIDER, 9, List.copyOf(departments.values()));
      list(data, codes, TemplateColumn.PROVIDER_CODE, 10, List.copyOf(departments.keySet()));
      list(data, codes, TemplateColumn.CATEGORY, 11, List.copyOf(categories.keySet()));
      column(codes, 12, "分类名称", List.copyOf(categories.values()));
      Worksheet instructions = workbook.newWorksheet("填写说明");
      instructions.width(0, 120);
      for (int i = 0; i < INSTRUCTIONS.size(); i++) {
        instructions.inlineString(i, 0, (i + 1) + ". " + INSTRUCTIONS.get(i));
        instructions.style(i, 0).wrapText(true).set();
      }
    }
  }

  private static void headings(Worksheet data) {
    data.freezePane(0, 1);
    for (TemplateColumn column : TemplateColumn.values()) {
      data.width(column.ordinal(), 18);
      data.inlineString(0, column.ordinal(), column.header());
      data.style(0, column.ordinal())
          .bold()
          .wrapText(true)
          .fillColor(column.required() ? "F8CBAD" : "DDEBF7")
          .set();
    }
  }

  private static void list(
      Worksheet data, Worksheet codes, TemplateColumn column, int position, List<String> words) {
    column(codes, position, column.header(), words);
    if (!words.isEmpty()) {
      data.range(1, column.ordinal(), LAST_ROW, column.ordinal())
          .validateWithList(codes.range(1, position, words.size(), position));
    }
  }

  private static void column(Worksheet codes, int position, String header, List<String> words) {
    codes.width(position, 20);
    codes.inlineString(0, position, header);
    codes.style(0, position).bold().set();
    for (int i = 0; i < words.size(); i++) {
      codes.inlineString(i + 1, position, words.get(i));
    }
  }
}
