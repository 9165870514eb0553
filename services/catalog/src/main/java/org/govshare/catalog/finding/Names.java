package org.govshare.catalog.finding;

import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.catalog.department.DepartmentView;

/** The departments and categories behind the codes of their facets, as they were at a moment. */
final class Names {

  private final Instant readAt;
  private final Map<String, Entry> departmentsByCode;
  private final Map<String, Entry> categoriesByCode;
  private final Entry[] departments;
  private final Entry[] categories;

  Names(List<Entry> departments, List<Entry> categories, Instant readAt) {
    this.readAt = readAt;
    this.departmentsByCode = byCode(departments);
    this.categoriesByCode = byCode(categories);
    this.departments = byOrdinal(departments);
    this.categories = byOrdinal(categories);
  }

  private static Map<String, Entry> byCode(List<Entry> entries) {
    return entries.stream().collect(Collectors.toMap(Entry::code, Function.identity()));
  }

  private static Entry[] byOrdinal(List<Entry> entries) {
    Entry[] all = new Entry[entries.stream().mapToInt(Entry::ordinal).max().orElse(0) + 1];
    entries.forEach(entry -> all[entry.ordinal()] = entry);
    return all;
  }

  Instant readAt() {
    return readAt;
  }

  /** One more than the highest code of a department. */
  int departmentCodes() {
    return departments.length;
  }

  /** One more than the highest code of a category. */
  int categoryCodes() {
    return categories.length;
  }

  Tally.Value department(int ordinal) {
    return value(departments, ordinal);
  }

  Tally.Value category(int ordinal) {
    return value(categories, ordinal);
  }

  private static Tally.Value value(Entry[] entries, int ordinal) {
    return entries[ordinal] == null
        ? null
        : new Tally.Value(entries[ordinal].code, entries[ordinal].name, entries[ordinal].parent);
  }

  /** How a department is shown; unknown ones, by their code alone. */
  DepartmentView departmentView(String code) {
    Entry entry = departmentsByCode.get(code);
    return new DepartmentView(code, entry == null ? code : entry.name);
  }

  /** Code of a department's facet, 0 if there is no such department. */
  int departmentOrdinal(String code) {
    Entry entry = departmentsByCode.get(code);
    return entry == null ? 0 : entry.ordinal;
  }

  /** Whether all these codes are known. */
  boolean know(Collection<String> departmentCodes, Collection<String> categoryCodes) {
    return departmentsByCode.keySet().containsAll(departmentCodes)
        && categoriesByCode.keySet().containsAll(categoryCodes);
  }

  boolean hasCategory(String code) {
    return categoriesByCode.containsKey(code);
  }

  /** Codes of the facets of categories and of all that are further down. */
  BitSet categoriesBelow(Collection<String> codes) {
    BitSet ordinals = new BitSet(categories.length);
    for (Entry entry : categoriesByCode.values()) {
      if (pathTo(entry).anyMatch(codes::contains)) {
        ordinals.set(entry.ordinal);
      }
    }
    return ordinals;
  }

  private Stream<String> pathTo(Entry entry) {
    return Stream.iterate(
            entry,
            Objects::nonNull,
            each -> each.parent == null ? null : categoriesByCode.get(each.parent))
        .limit(categories.length)
        .map(Entry::code);
  }

  /** Counts of categories with what is further down added. */
  long[] withDescendants(long[] direct) {
    long[] sums = new long[direct.length];
    for (Entry entry : categoriesByCode.values()) {
      if (entry.ordinal < direct.length && direct[entry.ordinal] != 0) {
        pathTo(entry)
            .map(code -> categoriesByCode.get(code).ordinal)
            .forEach(ordinal -> sums[ordinal] += direct[entry.ordinal]);
      }
    }
    return sums;
  }

  /**
   * A department or category.
   *
   * @param parent code of the category above, {@code null} at the top and for departments
   */
  record Entry(int ordinal, String code, String name, String parent) {}
}
