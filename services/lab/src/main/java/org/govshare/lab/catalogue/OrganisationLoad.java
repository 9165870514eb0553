package org.govshare.lab.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.govshare.standalone.api.PlatformClient;

/**
 * Registers the offices and business functions of the synthetic catalogue, with a matter for each
 * function and a system for each office. What is there already stays as it is.
 */
public final class OrganisationLoad {

  private static final String SAYS = SyntheticCatalogue.LABEL;

  private final PlatformClient.Session publisher;
  private final Map<String, Set<String>> known = new HashMap<>();
  private int added;

  /** Loads as a publisher of a catalogue that knows the departments already. */
  public OrganisationLoad(PlatformClient.Session publisher) {
    this.publisher = publisher;
  }

  /** Adds what is missing. */
  public void run() {
    for (Library library : Library.values()) {
      for (Bureau bureau : Bureau.of(library)) {
        bureau.offices().forEach(office -> addOffice(bureau.department(), office));
        bureau.functions().forEach(function -> addFunction(bureau.department(), function));
      }
    }
    System.out.printf("Offices, functions, matters and systems: %,d new%n", added);
  }

  /** Asks again for all of them, and whether none is missing. */
  boolean isComplete() {
    known.clear();
    Map<String, Integer> found = new LinkedHashMap<>();
    int missing = 0;
    for (Library library : Library.values()) {
      for (Bureau bureau : Bureau.of(library)) {
        String department = bureau.department().code();
        for (String office : bureau.offices()) {
          missing += look(found, "/offices", department, office);
          missing += look(found, "/systems", department, systemOf(office));
        }
        for (String function : bureau.functions()) {
          missing += look(found, "/functions", department, function);
          missing += look(found, "/matters", department, matterOf(function));
        }
      }
    }
    System.out.printf("Registered, by their lists: %s; %d missing%n", found, missing);
    return missing == 0;
  }

  private int look(Map<String, Integer> found, String path, String department, String name) {
    boolean there = known(path, department).contains(name);
    found.merge(path.substring(1), there ? 1 : 0, Integer::sum);
    return there ? 0 : 1;
  }

  private static String systemOf(String office) {
    return office + "业务系统";
  }

  private static String matterOf(String function) {
    return function + "的事项";
  }

  private void addOffice(Provider department, String name) {
    String office =
        add("/offices", Map.of("departmentCode", department.code(), "name", name, "duties", SAYS));
    if (office != null) {
      add(
          "/systems",
          Map.of(
              "departmentCode",
              department.code(),
              "name",
              systemOf(name),
              "purpose",
              SAYS,
              "usageFrequency",
              "DAILY",
              "network",
              "GOVERNMENT_EXTRANET",
              "state",
              "RUNNING",
              "officeId",
              office));
    }
  }

  private void addFunction(Provider department, String name) {
    String function =
        add(
            "/functions",
            Map.of(
                "departmentCode",
                department.code(),
                "name",
                name,
                "source",
                "STAFFING_PLAN",
                "basis",
                SAYS));
    if (function != null) {
      Map<String, Object> matter = new LinkedHashMap<>();
      matter.put("departmentCode", department.code());
      matter.put("code", "HC-" + name.replace("（合成）", ""));
      matter.put("name", matterOf(name));
      matter.put("kind", "PUBLIC_SERVICE");
      matter.put("functionId", function);
      add("/matters", matter);
    }
  }

  /** Identity of what was added, {@code null} if it was there. */
  private String add(String path, Map<String, Object> body) {
    String name = (String) body.get("name");
    if (!known(path, (String) body.get("departmentCode")).add(name)) {
      return null;
    }
    added++;
    return publisher.post(path, body).expect(201).body().path("id").asText();
  }

  private Set<String> known(String path, String department) {
    return known.computeIfAbsent(path + "?department=" + department + "&size=100", this::everyName);
  }

  private Set<String> everyName(String list) {
    Set<String> names = new HashSet<>();
    int total;
    int page = 0;
    do {
      JsonNode found = publisher.get(list + "&page=" + page++).expect(200).body();
      found.path("items").forEach(item -> names.add(item.path("name").asText()));
      total = found.path("total").asInt();
    } while (page * 100 < total);
    return names;
  }
}
