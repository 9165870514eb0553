package org.govshare.catalog.bulk.organisation;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.govshare.catalog.organisation.Intake;
import org.govshare.platform.problem.FieldError;
import org.govshare.platform.problem.ProblemTexts;

/** Says what came of a sheet, in the caller's language. */
@Singleton
class SheetReports {

  private static final int FAULTS = 1_000;
  private static final int VALUE = 100;

  private final ProblemTexts texts;

  SheetReports(ProblemTexts texts) {
    this.texts = texts;
  }

  SheetReport of(
      EntrySheet<?> sheet,
      int rows,
      List<SheetImport.LineFault> faults,
      Intake intake,
      Locale language) {
    List<SheetFault> listed =
        faults.stream()
            .sorted(Comparator.comparingInt(fault -> fault.line().number()))
            .limit(FAULTS)
            .map(fault -> fault(sheet, fault, language))
            .toList();
    int faulty = (int) faults.stream().map(fault -> fault.line().number()).distinct().count();
    return new SheetReport(
        rows,
        faulty,
        intake.added(),
        intake.changed(),
        intake.unchanged(),
        intake.written(),
        listed,
        faults.size() - listed.size());
  }

  private SheetFault fault(EntrySheet<?> sheet, SheetImport.LineFault fault, Locale language) {
    FieldError error = fault.error();
    SheetColumn column = sheet.columns().get(error.field());
    String message = texts.text(language, "field." + error.reason(), error.arguments());
    return new SheetFault(
        fault.line().number(),
        column == null ? error.field() : column.header(),
        error.field(),
        error.reason(),
        message == null ? error.reason() : message,
        suggestion(column, error, language),
        shown(fault.line().cell(error.field()).text()));
  }

  private String suggestion(SheetColumn column, FieldError error, Locale language) {
    boolean meant = error.reason().equals("sheet-name") && !"".equals(error.arguments().get(1));
    String key = meant ? "sheet-mend.sheet-name-similar" : "sheet-mend." + error.reason();
    String own = texts.text(language, key, error.arguments());
    if (own != null) {
      return own;
    }
    String example = column == null ? "" : column.example();
    return texts.text(language, "sheet-mend.otherwise", List.of(example));
  }

  /** The beginning of a value, without what cannot be shown. */
  private static String shown(String text) {
    if (text == null) {
      return null;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(VALUE)
        .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }
}
