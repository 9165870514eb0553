package org.govshare.exchange.run;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.govshare.platform.problem.Code;
import org.govshare.platform.problem.ProblemTexts;

/**
 * Writes runs as comma-separated values after RFC 4180, in words, with a byte order mark, as
 * offices open them.
 */
@Singleton
class RunTable {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "service",
          "code",
          "domain",
          "source",
          "target",
          "state",
          "reason",
          "mode",
          "cause",
          "requestedBy",
          "requestedAt",
          "startedAt",
          "endedAt",
          "read",
          "applied",
          "bytes",
          "parked");

  private final ProblemTexts texts;

  RunTable(ProblemTexts texts) {
    this.texts = texts;
  }

  /** The row above all others. */
  String head(Locale language) {
    return BYTE_ORDER_MARK
        + row(COLUMNS.stream().map(it -> word(language, new Code("runColumn", it))).toList());
  }

  /** A row for each run. */
  String rows(List<RunView> runs, Locale language) {
    StringBuilder text = new StringBuilder();
    runs.forEach(run -> text.append(row(cells(run, language))));
    return text.toString();
  }

  private List<?> cells(RunView run, Locale language) {
    return Arrays.asList(
        run.id(),
        run.service().name(),
        run.service().code(),
        run.service().domain(),
        run.service().sourceDepartment(),
        run.service().targetDepartment(),
        word(language, run.state()),
        run.reason() == null ? null : word(language, new Code("runReason", run.reason())),
        word(language, run.mode()),
        word(language, run.cause()),
        run.requestedBy(),
        time(run.requestedAt()),
        time(run.startedAt()),
        time(run.endedAt()),
        run.source().rows(),
        run.target().rows(),
        run.target().bytes(),
        run.receipts().parked());
  }

  private String word(Locale language, Object code) {
    return texts.text(language, "run.word", List.of(code));
  }

  private static String time(Instant at) {
    return at == null ? null : TIME.format(at);
  }

  private static String row(List<?> cells) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter out = new CSVPrinter(text, CSVFormat.RFC4180)) {
      out.printRecord(cells.stream().map(RunTable::harmless).toArray());
    } catch (IOException e) {
      throw new UncheckedIOException("Memory can always be written to", e);
    }
    return text.toString();
  }

  /** A text with an apostrophe before it if a spreadsheet program would take it for a formula. */
  private static Object harmless(Object cell) {
    return cell instanceof String text
            && !text.isEmpty()
            && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : cell;
  }
}
