package org.govshare.lab.catalogue;

import java.util.List;

/**
 * The libraries of the compilation statistics: how many departments, offices, business functions,
 * resources, items, shareable and open resources each has. They add up to 49 offices, 806
 * functions, 16,370 resources, 195,209 items, 16,058 shareable and 2,704 open ones. Departments
 * take part in several, so theirs do not add up to the 48.
 */
enum Library {
  LEGAL_PERSON(
      "法人", 43, 9, 87, 1_502, 22_878, 1_310, 1_255, "010201", "010202", "010203", "010204",
      "010205"),
  GEOGRAPHY("空间地理", 2, 21, 110, 13_785, 162_499, 13_785, 809, "010300"),
  CITY("城市管理", 1, 1, 474, 610, 7_108, 537, 315, "020100"),
  TOURISM("旅游", 1, 11, 114, 297, 903, 296, 248, "020200"),
  RELIEF("社会救助", 1, 2, 12, 133, 949, 127, 77, "020300"),
  SAFETY("综治", 11, 5, 9, 43, 872, 3, 0, "020400");

  private final String label;
  private final int departments;
  private final int offices;
  private final int functions;
  private final int resources;
  private final int items;
  private final int shareable;
  private final int open;
  private final List<String> categories;

  Library(
      String label,
      int departments,
      int offices,
      int functions,
      int resources,
      int items,
      int shareable,
      int open,
      String... categories) {
    this.label = label;
    this.departments = departments;
    this.offices = offices;
    this.functions = functions;
    this.resources = resources;
    this.items = items;
    this.shareable = shareable;
    this.open = open;
    this.categories = List.of(categories);
  }

  String label() {
    return label;
  }

  int departments() {
    return departments;
  }

  int offices() {
    return offices;
  }

  int functions() {
    return functions;
  }

  int resources() {
    return resources;
  }

  int items() {
    return items;
  }

  int shareable() {
    return shareable;
  }

  int open() {
    return open;
  }

  /** Code of the category that all of its categories are below or are. */
  String code() {
    return categories.get(0).substring(0, 4) + "00";
  }

  /** Codes of the categories its resources are filed under. */
  List<String> categories() {
    return categories;
  }
}
