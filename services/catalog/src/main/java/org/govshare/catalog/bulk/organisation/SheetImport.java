package org.govshare.catalog.bulk.organisation;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.organisation.EntryAccess;
import org.govshare.catalog.organisation.EntryInput;
import org.govshare.catalog.organisation.Intake;
import org.govshare.catalog.organisation.IntakeMode;
import org.govshare.catalog.person.SeparatedDuties;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.FieldError;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.problem.Problem;

/** Takes in the sheets of a department; a few thousand rows, so it answers at once. */
@Singleton
class SheetImport {

  private static final int BYTES = 5 << 20;

  private final Map<String, EntrySheet<?>> sheets;
  private final SheetReports reports;
  private final Vertx vertx;
  private final Clock clock;

  SheetImport(@All List<EntrySheet<?>> sheets, SheetReports reports, Vertx vertx, Clock clock) {
    this.sheets = sheets.stream().collect(Collectors.toMap(EntrySheet::path, sheet -> sheet));
    this.reports = reports;
    this.vertx = vertx;
    this.clock = clock;
  }

  Uni<byte[]> template(Caller caller, String kind) {
    SeparatedDuties.refuse(caller);
    EntrySheet<?> sheet = sheet(kind);
    return vertx.executeBlocking(() -> SheetTemplate.of(sheet), false);
  }

  Uni<SheetReport> take(
      Caller caller, String kind, String asked, IntakeMode mode, byte[] workbook, Locale language) {
    String department = EntryAccess.department(caller, asked);
    EntrySheet<?> sheet = sheet(kind);
    if (workbook != null && workbook.length > BYTES) {
      throw new Problem(413, "too-large");
    }
    byte[] given = workbook == null ? new byte[0] : workbook;
    return vertx
        .executeBlocking(() -> SheetReading.of(given, sheet.columns().values()), false)
        .chain(read -> take(caller, sheet, department, mode, read, language));
  }

  private EntrySheet<?> sheet(String kind) {
    EntrySheet<?> sheet = sheets.get(kind);
    if (sheet == null) {
      throw new NotFound("not-found");
    }
    return sheet;
  }

  private <I extends EntryInput> Uni<SheetReport> take(
      Caller caller,
      EntrySheet<I> sheet,
      String department,
      IntakeMode mode,
      SheetReading read,
      Locale language) {
    return sheet
        .references(department)
        .chain(
            references -> {
              Understood<I> understood = understood(sheet, department, read, references);
              boolean held = mode == IntakeMode.ALL && !understood.faults.isEmpty();
              return sheet
                  .entries()
                  .takeIn(caller, department, understood.inputs, held ? IntakeMode.CHECK : mode)
                  .map(intake -> report(sheet, read, understood, intake, language));
            });
  }

  private <I extends EntryInput> Understood<I> understood(
      EntrySheet<I> sheet, String department, SheetReading read, Map<String, UUID> references) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE);
    Understood<I> understood = new Understood<>();
    for (SheetLine line : read.lines()) {
      LineReader reader = new LineReader(line, sheet.columns(), read.date1904());
      I input = sheet.input(department, reader, references);
      if (reader.faults().isEmpty()) {
        understood.lines.add(line);
        understood.inputs.add(input);
      } else {
        List<FieldError> faults = new ArrayList<>(reader.faults());
        faults.addAll(others(input, today, faults));
        faults.forEach(fault -> understood.faults.add(new LineFault(line, fault)));
      }
    }
    return understood;
  }

  /** What else is wrong with a row, besides the fields that could not be understood. */
  private static List<FieldError> others(
      EntryInput input, LocalDate today, List<FieldError> known) {
    Set<String> fields = known.stream().map(FieldError::field).collect(Collectors.toSet());
    InputChecks checks = new InputChecks();
    input.check(checks, today);
    try {
      checks.done();
      return List.of();
    } catch (InvalidInput found) {
      return found.errors().stream().filter(error -> !fields.contains(error.field())).toList();
    }
  }

  private <I extends EntryInput> SheetReport report(
      EntrySheet<I> sheet,
      SheetReading read,
      Understood<I> understood,
      Intake intake,
      Locale language) {
    List<LineFault> faults = new ArrayList<>(understood.faults);
    intake
        .faults()
        .forEach(
            fault -> faults.add(new LineFault(understood.lines.get(fault.index()), fault.error())));
    return reports.of(sheet, read.lines().size(), faults, intake, language);
  }

  /** A fault in a row. */
  record LineFault(SheetLine line, FieldError error) {}

  /** The rows that could be understood, and the faults of the others. */
  private static final class Understood<I> {

    private final List<SheetLine> lines = new ArrayList<>();
    private final List<I> inputs = new ArrayList<>();
    private final List<LineFault> faults = new ArrayList<>();
  }
}
