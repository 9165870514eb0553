package org.govshare.catalog.bulk.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.govshare.catalog.bulk.template.TemplateColumn.LENGTH;
import static org.govshare.catalog.bulk.template.TemplateColumn.NAME;
import static org.govshare.catalog.bulk.template.TemplateColumn.SUMMARY;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class AnnotatedWorkbookTest {

  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String STYLES = "xl/styles.xml";
  private static final Set<String> REWRITTEN =
      Set.of(SHEET, STYLES, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml");

  /** Row 3 lacks its abstract, and its length is wrong. */
  private static final IntFunction<List<Remark>> FAULTS =
      row ->
          row == 3 ? List.of(new Remark(SUMMARY, "=缺少摘要"), new Remark(LENGTH, "长度不对")) : List.of();

  private static Parts departments() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "govshare-test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("信息资源目录");
      Worksheet other = workbook.newWorksheet("参考");
      for (TemplateColumn column : TemplateColumn.values()) {
        sheet.value(0, column.ordinal(), column.header());
        sheet.style(0, column.ordinal()).bold().fontName("宋体").fillColor("DDEBF7").set();
      }
      for (int row = 1; row < 4; row++) {
        sheet.value(row, NAME.ordinal(), "名称<" + row + ">&\n第二行");
        sheet.value(row, LENGTH.ordinal(), 18.5);
        sheet
            .style(row, LENGTH.ordinal())
            .format("#,##0.00")
            .italic()
            .horizontalAlignment("right")
            .set();
      }
      sheet.value(1, SUMMARY.ordinal(), "=1+1 是文本");
      sheet.formula(2, TemplateColumn.ROWS.ordinal(), "SUM(O2:O4)");
      sheet.freezePane(2, 1);
      sheet.width(NAME.ordinal(), 42);
      sheet.range(1, 0, 3, 0).merge();
      other.value(0, 0, "甲");
      other.value(1, 0, "乙");
      other.style(1, 0).fillColor("FFC7CE").set();
      sheet.range(1, 5, 9, 5).validateWithList(other.range(0, 0, 1, 0));
      sheet.comment(1, 1, "请核对");
    }
    return Parts.of(out.toByteArray());
  }

  private static Document parsed(byte[] part) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(part));
  }

  private static List<Element> all(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS("*", name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static Map<String, Element> cells(Parts parts) throws Exception {
    Map<String, Element> cells = new LinkedHashMap<>();
    all(parsed(parts.all().get(SHEET)), "c")
        .forEach(cell -> cells.put(cell.getAttribute("r"), cell));
    return cells;
  }

  private static List<Element> formats(Parts parts) throws Exception {
    Element list = all(parsed(parts.all().get(STYLES)), "cellXfs").get(0);
    NodeList found = list.getElementsByTagNameNS("*", "xf");
    assertThat(list.getAttribute("count")).isEqualTo("" + found.getLength());
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static Element format(Parts parts, Element cell) throws Exception {
    return formats(parts)
        .get(cell.getAttribute("s").isEmpty() ? 0 : Integer.parseInt(cell.getAttribute("s")));
  }

  private static String colour(Parts parts, Element format) throws Exception {
    Element fill =
        all(parsed(parts.all().get(STYLES)), "fill")
            .get(Integer.parseInt(format.getAttribute("fillId")));
    NodeList colours = fill.getElementsByTagNameNS("*", "fgColor");
    return colours.getLength() == 0 ? "" : ((Element) colours.item(0)).getAttribute("rgb");
  }

  /** What stands around rows and columns. */
  private static Element around(Parts parts) throws Exception {
    Document document = parsed(parts.all().get(SHEET));
    for (String name : List.of("cols", "dimension", "sheetData")) {
      all(document, name).forEach(element -> element.getParentNode().removeChild(element));
    }
    return document.getDocumentElement();
  }

  @Test
  void whatIsNotTheSheetComesBackByteForByte() throws Exception {
    Parts before = departments();
    Parts after = before.annotated(1, FAULTS);
    Set<String> expected = new TreeSet<>(before.all().keySet());
    expected.add("xl/worksheets/summary.xml");
    assertThat(new TreeSet<>(after.all().keySet())).isEqualTo(expected);
    assertThat(before.all()).containsKeys("xl/comments1.xml", "xl/worksheets/sheet2.xml");
    before.all().keySet().stream()
        .filter(part -> !REWRITTEN.contains(part))
        .forEach(
            part -> assertThat(after.all().get(part)).as(part).isEqualTo(before.all().get(part)));
    assertThat(after.sheets()).containsExactly("信息资源目录", "参考", AnnotatedWorkbook.SUMMARY);
    assertThat(after.text("xl/worksheets/summary.xml")).contains(">'=required<");
  }

  @Test
  void theSheetKeepsEveryCellAndWhatStandsAroundThem() throws Exception {
    Parts before = departments();
    Parts after = before.annotated(1, FAULTS);
    Map<String, Element> old = cells(before);
    Map<String, Element> now = cells(after);
    old.forEach(
        (address, cell) -> {
          Element same = (Element) now.get(address).cloneNode(true);
          if (address.equals("O3")) {
            same.setAttribute("s", cell.getAttribute("s"));
          }
          assertThat(same.isEqualNode(cell)).as(address).isTrue();
        });
    Set<String> added = new TreeSet<>(now.keySet());
    added.removeAll(old.keySet());
    assertThat(added).containsExactly("AI1", "AI3", "F3");
    assertThat(now.get("AI1").getTextContent()).isEqualTo(AnnotatedWorkbook.COLUMN);
    assertThat(now.get("AI3").getTextContent()).isEqualTo("'=缺少摘要\n长度不对");
    assertThat(around(after).isEqualNode(around(before))).isTrue();
    assertThat(after.text(SHEET)).contains("pane", "mergeCell ", "dataValidation ", "width=\"42");
    assertThat(all(parsed(after.all().get(SHEET)), "col"))
        .anyMatch(column -> column.getAttribute("min").equals("35"));
  }

  @Test
  void aCellAtFaultChangesItsFillAlone() throws Exception {
    Parts before = departments();
    Parts after = before.annotated(1, FAULTS);
    assertThat(formats(after).subList(0, formats(before).size()))
        .usingElementComparator((a, b) -> a.isEqualNode(b) ? 0 : 1)
        .isEqualTo(formats(before));
    Element old = format(before, cells(before).get("O3"));
    Element twin = (Element) format(after, cells(after).get("O3")).cloneNode(true);
    assertThat(colour(after, twin)).isEqualTo("FFFFC2C7");
    twin.setAttribute("fillId", old.getAttribute("fillId"));
    twin.removeAttribute("applyFill");
    Element expected = (Element) old.cloneNode(true);
    expected.removeAttribute("applyFill");
    assertThat(twin.isEqualNode(expected)).isTrue();
    assertThat(colour(after, format(after, cells(after).get("F3")))).isEqualTo("FFFFC2C7");
    assertThat(colour(after, format(after, cells(after).get("AI3")))).isEqualTo("FFFFEB9C");
    assertThat(format(after, cells(after).get("O4")).isEqualNode(old)).isTrue();
  }

  @Test
  void whatIsMendedLosesItsMark() throws Exception {
    Parts once = departments().annotated(1, FAULTS);
    Parts twice =
        once.annotated(1, row -> row == 4 ? List.of(new Remark(NAME, "名称不对")) : List.of());
    assertThat(twice.all().keySet()).isEqualTo(once.all().keySet());
    assertThat(twice.sheets()).isEqualTo(once.sheets());
    Map<String, Element> now = cells(twice);
    assertThat(now.get("AI1").getTextContent()).isEqualTo(AnnotatedWorkbook.COLUMN);
    assertThat(now).doesNotContainKeys("AI3", "AJ1", "AJ4");
    assertThat(now.get("AI4").getTextContent()).isEqualTo("名称不对");
    assertThat(colour(twice, format(twice, now.get("B4")))).isEqualTo("FFFFC2C7");
    assertThat(colour(twice, format(twice, now.get("O3")))).isEmpty();
    assertThat(format(twice, now.get("O3")).getAttribute("numFmtId"))
        .isEqualTo(format(once, cells(once).get("O3")).getAttribute("numFmtId"));
    assertThat(all(parsed(twice.all().get(SHEET)), "col"))
        .filteredOn(column -> column.getAttribute("min").equals("35"))
        .hasSize(1);
  }

  /** As other programs write: with prefixes, without addresses, without formats. */
  @Test
  void otherProgramsManners() throws Exception {
    String sheet =
        """
        <?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="v" \
        xmlns:v="urn:v"><x:dimension ref="A1:C3"/><x:cols><x:col min="1" max="2" width="9"/>\
        <x:col min="3" max="16384" width="8" hidden="1" v:a="&lt;&quot;&#10;&#9;"/></x:cols><x:sheetData>\
        <x:row><x:c t="inlineStr"><x:is><x:t>信息资源名称</x:t></x:is></x:c>\
        <x:c t="inlineStr"><x:is><x:t>数据长度</x:t></x:is></x:c>\
        <x:c t="inlineStr"><x:is><x:t>信息资源摘要</x:t></x:is></x:c></x:row>\
        <x:row spans="1:3" v:b="1"><x:c t="inlineStr"><x:is><x:t xml:space="preserve"> a]]&gt;&amp;&#13; </x:t></x:is></x:c>\
        </x:row><x:row r="3"><x:c r="B3"><x:v>5</x:v></x:c></x:row></x:sheetData>\
        <x:dataValidations count="1"><x:dataValidation prompt="一&#10;二" sqref="A1"/></x:dataValidations>\
        </x:worksheet>""";
    Parts before =
        new Parts()
            .with(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
            .with(
                "xl/workbook.xml",
                """
                <x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheets>\
                <x:sheet name="表" sheetId="7" q:id="rId9" \
                xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></x:sheets></x:workbook>""")
            .with(
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                <Relationship Id="rId9" Type="urn:sheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>""")
            .with(SHEET, sheet);
    Parts after =
        before.annotated(
            1,
            row -> row == 2 || row == 3 ? List.of(new Remark(SUMMARY, "缺少摘要 " + row)) : List.of());
    String text = after.text(SHEET);
    assertThat(after.sheets()).containsExactly("表", AnnotatedWorkbook.SUMMARY);
    assertThat(text)
        .contains("<x:dimension ref=\"A1:D3\"")
        .contains("<x:c r=\"D1\"")
        .contains("<x:c r=\"C3\"")
        .contains("<x:c r=\"D3\"");
    Document document = parsed(after.all().get(SHEET));
    assertThat(
            all(document, "col").stream()
                .map(c -> c.getAttribute("min") + "-" + c.getAttribute("max")))
        .containsExactly("1-2", "3-3", "4-4", "5-16384");
    assertThat(all(document, "col").get(3).getAttributeNS("urn:v", "a")).isEqualTo("<\"\n\t");
    assertThat(all(document, "dataValidation").get(0).getAttribute("prompt")).isEqualTo("一\n二");
    assertThat(all(document, "t").stream().map(Element::getTextContent))
        .contains(" a]]>&\r ", "缺少摘要 2", "缺少摘要 3");
    assertThat(all(document, "row").get(1).getAttributeNS("urn:v", "b")).isEqualTo("1");
    assertThat(all(document, "row").get(1).hasAttribute("spans")).isFalse();
    assertThat(after.text("xl/workbook.xml")).contains("sheetId=\"8\"").contains("q:id=\"rId10\"");
    assertThat(after.text("xl/_rels/workbook.xml.rels"))
        .contains("Id=\"rId10\" Type=\"urn:sheet\" Target=\"/xl/worksheets/summary.xml\"");
    assertThat(after.all()).doesNotContainKey(STYLES);
  }

  @Test
  void aSheetWithoutAColumnLeftIsMarkedAndKeepsItsCells() throws Exception {
    Parts before = departments();
    before.with(
        SHEET,
        before
            .text(SHEET)
            .replaceFirst("(?s)(<row r=\"4\".*?)</row>", "$1<c r=\"XFD4\"><v>1</v></c></row>"));
    Parts after = before.annotated(1, FAULTS);
    assertThat(cells(after).keySet()).containsAll(cells(before).keySet()).contains("F3");
    assertThat(cells(after)).hasSize(cells(before).size() + 1);
    assertThat(new String(after.all().get(SHEET), StandardCharsets.UTF_8))
        .doesNotContain(AnnotatedWorkbook.COLUMN);
    assertThat(colour(after, format(after, cells(after).get("O3")))).isEqualTo("FFFFC2C7");
  }
}
