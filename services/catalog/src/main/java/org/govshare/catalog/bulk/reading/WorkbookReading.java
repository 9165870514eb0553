package org.govshare.catalog.bulk.reading;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.bulk.template.TemplateHeader;
import org.govshare.catalog.bulk.xlsx.SheetName;
import org.govshare.catalog.bulk.xlsx.SheetRow;
import org.govshare.catalog.bulk.xlsx.XlsxFile;
import org.govshare.catalog.resource.ResourceChecks;

/**
 * One reading of a workbook from top to bottom. At no time more than one resource is held; what is
 * remembered of the others are names, identifiers and row numbers.
 */
public final class WorkbookReading {

  private final ReferenceData reference;
  private final FieldFaults checks;
  private final KnownCatalogue catalogue;
  private final ImportScope scope;
  private final Faults faults;
  private final Consumer<ReadResource> sink;
  private int headerRow;
  private int width;
  private int resources;
  private long items;

  /**
   * @param faults takes every fault, not always in the order of the rows
   * @param sink takes every resource, good or not, in the order of the rows
   */
  public WorkbookReading(
      ReferenceData reference,
      KnownCatalogue catalogue,
      ImportScope scope,
      Faults faults,
      Consumer<ReadResource> sink) {
    this.reference = reference;
    this.checks = new FieldFaults(new ResourceChecks(reference.types()));
    this.catalogue = catalogue;
    this.scope = scope;
    this.faults = faults;
    this.sink = sink;
  }

  /**
   * Reads the first visible sheet that is in the template. Another one with rows is a fault: what
   * stands there would be left out without a word.
   */
  public Outline read(XlsxFile file) throws IOException {
    boolean content = false;
    Outline outline = null;
    for (SheetName sheet : file.sheets()) {
      if (sheet.hidden()) {
        continue;
      }
      if (outline != null) {
        further(file, sheet);
        continue;
      }
      Body body = new Body(file.date1904());
      TemplateSheet listener = new TemplateSheet(body);
      file.read(sheet, listener);
      content |= listener.hasContent();
      if (listener.found()) {
        body.judge();
        if (!listener.hasRows()) {
          missing(listener.missing(), listener.headerRow());
          refuse(listener.headerRow(), "no-rows", sheet.name());
        }
        outline =
            new Outline(sheet.name(), sheet.path(), listener.headerRow(), width, resources, items);
      }
    }
    if (outline != null) {
      return outline;
    }
    refuse(
        1,
        content ? "no-template-sheet" : "empty-workbook",
        file.sheets().stream().map(SheetName::name).limit(10).collect(Collectors.joining("、")));
    return new Outline(null, null, 0, 0, 0, 0);
  }

  private void further(XlsxFile file, SheetName sheet) throws IOException {
    TemplateSheet listener = new TemplateSheet(new Beginning());
    file.read(sheet, listener);
    if (listener.hasRows()) {
      refuse(listener.headerRow(), "more-template-sheets", sheet.name());
    }
  }

  private void missing(List<TemplateColumn> columns, int row) {
    for (TemplateColumn column : columns) {
      faults.add(new Fault(row, column, "column-missing", List.of(column.header()), null, 0));
    }
  }

  private void refuse(int row, String reason, String argument) {
    faults.add(new Fault(row, null, reason, List.of(argument), null, 0));
  }

  /** Whether there is anything below the headings. */
  private static final class Beginning implements TemplateSheet.Rows {

    @Override
    public boolean begin(TemplateHeader header, int row, int headings) {
      return false;
    }

    @Override
    public void row(SheetRow row) {}

    @Override
    public void merged(int firstRow, int firstColumn, int lastRow, int lastColumn) {}
  }

  /** What is below the headings. */
  private final class Body implements TemplateSheet.Rows {

    private final boolean date1904;
    private final CrossRules rules = new CrossRules(reference, catalogue, scope, faults);
    private RowGrouping grouping;
    private MergedRanges merges;

    Body(boolean date1904) {
      this.date1904 = date1904;
    }

    @Override
    public boolean begin(TemplateHeader header, int row, int headings) {
      headerRow = row;
      width = headings;
      List<TemplateColumn> lacking = header.missing();
      if (!lacking.isEmpty()) {
        missing(lacking, row);
        return false;
      }
      grouping = new RowGrouping(header, date1904, faults, this::resource);
      merges = new MergedRanges(header, headerRow, faults);
      return true;
    }

    @Override
    public void row(SheetRow row) {
      grouping.row(row);
    }

    private void resource(RawResource raw) {
      resources++;
      items += raw.itemCount();
      merges.resource(raw.row(), raw.lastRow());
      ReadResource read = new Interpreter(reference, raw, faults).read(checks);
      sink.accept(read.judged(rules.check(read, raw)));
    }

    @Override
    public void merged(int firstRow, int firstColumn, int lastRow, int lastColumn) {
      if (merges != null) {
        end();
        merges.merged(firstRow, firstColumn, lastRow, lastColumn);
      }
    }

    void end() {
      if (grouping != null) {
        grouping.end();
      }
    }

    void judge() {
      end();
      rules.end();
    }
  }
}
