package org.govshare.catalog.table;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as comma-separated values after RFC 4180. Numbers are written plainly, and texts so that
 * no spreadsheet program takes them for formulas.
 */
public final class CsvTable implements Closeable {

  /** Media type of what this writes, for {@code @Produces}. */
  public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CSVPrinter out;

  /**
   * @param mark whether it begins with a byte order mark, by which a spreadsheet program knows that
   *     it is UTF-8
   */
  public CsvTable(Appendable out, boolean mark) throws IOException {
    if (mark) {
      out.append(BYTE_ORDER_MARK);
    }
    this.out = new CSVPrinter(out, CSVFormat.RFC4180);
  }

  /**
   * Writes a row.
   *
   * @param cells texts, numbers, or {@code null} for what is not known
   */
  public void row(List<?> cells) throws IOException {
    for (Object cell : cells) {
      out.print(
          switch (cell) {
            case null -> null;
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Number number -> number;
            default -> CellText.of(cell.toString());
          });
    }
    out.println();
  }

  /** Hands on what is written; what it was written to stays open. */
  @Override
  public void close() throws IOException {
    out.flush();
  }
}
