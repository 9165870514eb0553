package org.govshare.catalog.statistics;

import java.util.Arrays;
import java.util.Locale;
import org.govshare.platform.problem.NotFound;

/** What stands behind resources, with the column that names it and where its own name is kept. */
enum ContributorKind {
  DEPARTMENTS("department_code", "department", "code", "code"),
  OFFICES("office_id", "office", "id", "department_code"),
  FUNCTIONS("function_id", "business_function", "id", "department_code");

  private final String column;
  private final String table;
  private final String key;
  private final String department;

  ContributorKind(String column, String table, String key, String department) {
    this.column = column;
    this.table = table;
    this.key = key;
    this.department = department;
  }

  /** The kind an address names. */
  static ContributorKind of(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new NotFound("not-found"));
  }

  /** Resources counted by what stands behind them, as rows of id, name, department, count. */
  String counted(String resources) {
    return "select cast(owner."
        + key
        + " as text), owner.name, owner."
        + department
        + ", count(*) as counted"
        + " from ("
        + resources
        + ") resource"
        + " join "
        + table
        + " owner on owner."
        + key
        + " = resource."
        + column
        + " group by owner."
        + key
        + ", owner.name, owner."
        + department;
  }
}
