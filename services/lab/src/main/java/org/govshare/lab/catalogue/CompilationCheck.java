package org.govshare.lab.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.govshare.standalone.api.PlatformClient;

/** Shows the compilation table of the loaded catalogue beside the figures it was made for. */
final class CompilationCheck {

  private static final List<String> FIGURES =
      List.of("departments", "offices", "functions", "resources", "dataItems", "shareable", "open");

  private final PlatformClient.Session publisher;

  CompilationCheck(PlatformClient.Session publisher) {
    this.publisher = publisher;
  }

  /** Whether nothing is missing; what else the catalogue holds may add to the figures. */
  boolean run() {
    JsonNode table = publisher.get("/statistics/compilation").expect(200).body();
    boolean complete = true;
    for (Library library : Library.values()) {
      complete &= matches(table, library.code(), library.label(), figures(library));
    }
    return complete
        & matches(table, "", "total", List.of(48, 49, 806, 16_370, 195_209, 16_058, 2_704));
  }

  private static List<Integer> figures(Library library) {
    return List.of(
        library.departments(),
        library.offices(),
        library.functions(),
        library.resources(),
        library.items(),
        library.shareable(),
        library.open());
  }

  private static boolean matches(
      JsonNode table, String code, String label, List<Integer> expected) {
    List<String> found = new ArrayList<>();
    boolean complete = true;
    for (int i = 0; i < FIGURES.size(); i++) {
      int value = row(table, code).path(FIGURES.get(i)).path("value").asInt(-1);
      complete &= value >= expected.get(i);
      found.add(
          value == expected.get(i)
              ? String.format(Locale.ROOT, "%,d", value)
              : String.format(Locale.ROOT, "%,d (%,d)", value, expected.get(i)));
    }
    System.out.println("  " + label + ": " + String.join(" / ", found));
    return complete;
  }

  /** The row of a library; that of the total names none. */
  private static JsonNode row(JsonNode table, String code) {
    for (JsonNode row : table) {
      if (row.path("library").path("code").asText("").equals(code)) {
        return row;
      }
    }
    throw new IllegalStateException("The compilation table has no row " + code);
  }
}
