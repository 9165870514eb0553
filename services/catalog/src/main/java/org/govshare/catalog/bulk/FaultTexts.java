package org.govshare.catalog.bulk;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.platform.problem.ProblemTexts;

/** Says what is wrong and how to mend it. */
@Singleton
class FaultTexts {

  private final ProblemTexts texts;

  FaultTexts(ProblemTexts texts) {
    this.texts = texts;
  }

  String message(Locale language, String reason, List<Object> arguments) {
    String message = texts.text(language, "field." + reason, arguments);
    return message == null ? reason : message;
  }

  String suggestion(Locale language, StoredFault fault) {
    if (fault.suggestion() != null) {
      return texts.text(language, "mend.proposal", List.of(fault.suggestion()));
    }
    String own = texts.text(language, "mend." + fault.reason(), fault.arguments());
    return own == null ? texts.text(language, "mend.otherwise", List.of()) : own;
  }

  FaultView view(Locale language, String sheet, StoredFault fault) {
    return new FaultView(
        sheet,
        fault.row(),
        fault.column(),
        fault.column() == null ? null : TemplateColumn.valueOf(fault.column()).header(),
        fault.reason(),
        message(language, fault.reason(), fault.arguments()),
        suggestion(language, fault),
        fault.value(),
        fault.suggestion(),
        fault.resourceRow() == 0 ? null : fault.resourceRow());
  }
}
