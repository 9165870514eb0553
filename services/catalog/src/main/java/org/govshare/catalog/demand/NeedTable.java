package org.govshare.catalog.demand;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.table.CsvTable;
import org.govshare.catalog.table.Labels;

/** Writes the 信息需求目录 as a table, with a byte order mark, as offices open it. */
@Singleton
class NeedTable {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(WorkingDays.ZONE);

  private static final List<String> COLUMNS =
      Stream.of(
              "kind",
              "department",
              "provider",
              "name",
              "items",
              "purpose",
              "legalBasis",
              "frequency",
              "state",
              "createdAt")
          .map(column -> "Need." + column)
          .toList();

  private final Labels labels;

  NeedTable(Labels labels) {
    this.labels = labels;
  }

  String of(List<NeedView> needs, Locale language) {
    StringBuilder text = new StringBuilder();
    try (CsvTable table = new CsvTable(text, true)) {
      table.row(COLUMNS.stream().map(column -> labels.of(column, language)).toList());
      for (NeedView need : needs) {
        table.row(cells(need, language));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Memory can always be written to", e);
    }
    return text.toString();
  }

  private List<String> cells(NeedView need, Locale language) {
    return Arrays.asList(
        labels.of(need.kind(), language),
        name(need.department()),
        name(need.provider()),
        need.name(),
        need.items(),
        need.purpose(),
        need.legalBasis(),
        labels.of(need.frequency(), language),
        labels.of("Need.state." + need.state(), language),
        DAY.format(need.createdAt()));
  }

  private static String name(DepartmentView department) {
    return department == null ? null : department.name();
  }
}
