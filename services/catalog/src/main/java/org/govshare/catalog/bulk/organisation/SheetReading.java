package org.govshare.catalog.bulk.organisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.govshare.catalog.bulk.xlsx.SheetListener;
import org.govshare.catalog.bulk.xlsx.SheetName;
import org.govshare.catalog.bulk.xlsx.SheetRow;
import org.govshare.catalog.bulk.xlsx.XlsxFile;
import org.govshare.catalog.bulk.xlsx.XlsxLimits;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.Problem;

/**
 * Reads the rows below the headings of the first visible sheet that has them. Blocks.
 *
 * @param lines rows that say something
 * @param date1904 whether the workbook counts its days from 1904
 */
record SheetReading(List<SheetLine> lines, boolean date1904) {

  /** Most rows of a sheet. */
  static final int ROW_LIMIT = 5_000;

  private static final XlsxLimits LIMITS = new XlsxLimits(64L << 20, 200, 500, 4_000_000);
  private static final int HEADER_WITHIN = 20;

  /**
   * Reads a workbook.
   *
   * @throws Problem if it is none, has not the headings, or has too many rows (400)
   */
  static SheetReading of(byte[] workbook, Collection<SheetColumn> columns) {
    try {
      Path file = Files.createTempFile("entries", ".xlsx");
      try {
        Files.write(file, workbook);
        return read(file, columns);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SheetReading read(Path path, Collection<SheetColumn> columns) throws IOException {
    try (XlsxFile file = XlsxFile.open(path, LIMITS)) {
      for (SheetName sheet : file.sheets()) {
        if (!sheet.hidden()) {
          Body body = new Body(columns);
          file.read(sheet, body);
          if (body.positions != null) {
            return new SheetReading(body.lines, file.date1904());
          }
        }
      }
      throw new InvalidInput(
          "file",
          "sheet-without-headings",
          columns.stream()
              .filter(SheetColumn::required)
              .map(SheetColumn::header)
              .collect(Collectors.joining("、")),
          file.sheets().stream().map(SheetName::name).limit(10).collect(Collectors.joining("、")));
    }
  }

  private static final class Body implements SheetListener {

    private final Collection<SheetColumn> columns;
    private final List<SheetLine> lines = new ArrayList<>();
    private Map<String, Integer> positions;

    Body(Collection<SheetColumn> columns) {
      this.columns = columns;
    }

    @Override
    public boolean row(SheetRow row) {
      if (positions == null) {
        positions = headings(row);
        return positions != null || row.number() < HEADER_WITHIN;
      }
      Map<String, SheetCell> cells = new HashMap<>();
      positions.forEach(
          (field, column) -> {
            SheetCell cell = SheetCell.of(row, column);
            if (cell != SheetCell.EMPTY) {
              cells.put(field, cell);
            }
          });
      if (!cells.isEmpty()) {
        lines.add(new SheetLine(row.number(), cells));
      }
      if (lines.size() > ROW_LIMIT) {
        throw new InvalidInput("file", "too-many", ROW_LIMIT);
      }
      return true;
    }

    /** Where the columns are, {@code null} if this row does not head all that must be there. */
    private Map<String, Integer> headings(SheetRow row) {
      Map<String, Integer> found = new HashMap<>();
      for (int i = 0; i < row.width(); i++) {
        String text = row.text(i);
        if (text != null) {
          String heading = SheetColumn.folded(text);
          for (SheetColumn column : columns) {
            if (SheetColumn.folded(column.header()).equals(heading)) {
              found.putIfAbsent(column.field(), i);
            }
          }
        }
      }
      boolean all =
          columns.stream()
              .filter(SheetColumn::required)
              .allMatch(column -> found.containsKey(column.field()));
      return all ? found : null;
    }
  }
}
