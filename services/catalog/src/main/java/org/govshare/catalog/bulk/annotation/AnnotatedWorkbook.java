package org.govshare.catalog.bulk.annotation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.govshare.catalog.bulk.xlsx.SheetName;
import org.govshare.catalog.bulk.xlsx.XlsxFile;

/**
 * Gives a workbook back with remarks. Cells at fault are coloured and otherwise look as they did,
 * what is wrong stands in a column behind the last one that is used, and a last sheet sums it up.
 * Whatever else the workbook holds is copied byte for byte. Where it has been annotated before, the
 * old remarks, marks and summary give way to the new.
 */
public final class AnnotatedWorkbook {

  /** Heading of the column behind. */
  public static final String COLUMN = "导入问题";

  /** Name of the sheet that sums it up; a number follows if there is another one of this name. */
  public static final String SUMMARY = "问题汇总";

  private AnnotatedWorkbook() {}

  /**
   * Writes the workbook.
   *
   * @param sheet the sheet in the template
   * @param headerRow row of its headings, from 1
   * @param faultsOf what is wrong in a row; asked for row after row
   * @param summary rows of the sheet that sums it up; the first holds the headings
   * @param out is closed in the end
   * @throws org.govshare.catalog.bulk.xlsx.WorkbookRefused if the workbook cannot be read (400)
   */
  public static void write(
      XlsxFile file,
      SheetName sheet,
      int headerRow,
      IntFunction<List<Remark>> faultsOf,
      List<String[]> summary,
      OutputStream out)
      throws IOException {
    Set<String> parts = file.parts();
    SheetSurvey survey = SheetSurvey.of(file, sheet, headerRow);
    CellStyles styles = CellStyles.of(file, parts);
    SummarySheet last = SummarySheet.in(file, sheet, parts, summary);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String part : parts) {
        if (styles.extensible() && part.equals(CellStyles.PART)) {
          // Which formats it needs is known when the sheet has been written.
          continue;
        }
        zip.putNextEntry(new ZipEntry(part));
        if (part.equals(sheet.path())) {
          XmlCopy.copy(file, part, zip, new SheetCopy(survey, styles, faultsOf));
        } else if (last.isNamedIn(part)) {
          last.name(part, zip);
        } else if (part.equals(last.path())) {
          last.write(zip);
        } else {
          file.copy(part, zip);
        }
        zip.closeEntry();
      }
      if (styles.extensible()) {
        zip.putNextEntry(new ZipEntry(CellStyles.PART));
        styles.write(file, zip);
        zip.closeEntry();
      }
      if (!last.present()) {
        zip.putNextEntry(new ZipEntry(last.path()));
        last.write(zip);
        zip.closeEntry();
      }
    }
  }
}
