package org.govshare.catalog.bulk.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.catalog.identifier.scheme.IdentifierScheme;
import org.govshare.catalog.resource.FormatTypes;
import org.govshare.catalog.search.SearchText;

/** What the cells of a workbook may point to, as it is when the import begins. */
public final class ReferenceData {

  private final Map<String, String> departmentsByCode = new HashMap<>();
  private final Map<String, String> departmentsByName = new HashMap<>();
  private final Map<String, String> categories = new HashMap<>();
  private final Map<String, String> formatTypes = new HashMap<>();
  private final FormatTypes types;
  private final IdentifierScheme scheme;
  private final DepartmentEntries offices;
  private final DepartmentEntries functions;
  private final DepartmentEntries systems;

  /**
   * @param departments by code
   * @param categories all of them
   * @param formatLabels label of each format type by its code
   * @param scheme what identifiers must fit
   * @param offices 处室 that are not abolished
   * @param functions 业务职责 that are not abolished
   * @param systems 信息系统 that are not abolished
   */
  public ReferenceData(
      Map<String, String> departments,
      List<CategoryNode> categories,
      FormatTypes types,
      Map<String, String> formatLabels,
      IdentifierScheme scheme,
      DepartmentEntries offices,
      DepartmentEntries functions,
      DepartmentEntries systems) {
    this.scheme = scheme;
    this.offices = offices;
    this.functions = functions;
    this.systems = systems;
    departments.forEach(
        (code, name) -> {
          departmentsByCode.put(SearchText.folded(code), code);
          departmentsByName.put(SearchText.folded(name), code);
        });
    this.types = types;
    types.categories().keySet().forEach(code -> formatTypes.put(SearchText.folded(code), code));
    formatLabels.forEach((code, label) -> formatTypes.put(SearchText.folded(label), code));
    Map<String, CategoryNode> byCode = new HashMap<>();
    categories.forEach(category -> byCode.put(category.code(), category));
    for (CategoryNode category : categories) {
      // Two of one name can only be told apart by code or path.
      this.categories.merge(
          SearchText.folded(category.name()), category.code(), (one, other) -> "");
    }
    for (CategoryNode category : categories) {
      this.categories.put(SearchText.folded(path(category, byCode)), category.code());
      this.categories.put(category.code(), category.code());
      this.categories.put(category.code() + SearchText.folded(category.name()), category.code());
    }
  }

  private static String path(CategoryNode category, Map<String, CategoryNode> byCode) {
    StringBuilder path = new StringBuilder(category.name());
    CategoryNode above = byCode.get(category.parent());
    for (int depth = 0; above != null && depth < 10; depth++) {
      path.insert(0, above.name());
      above = byCode.get(above.parent());
    }
    return path.toString();
  }

  /** A node of the category tree. */
  public record CategoryNode(String code, String parent, String name) {}

  /** Code of the department with a name. */
  Optional<String> departmentNamed(String name) {
    return Optional.ofNullable(departmentsByName.get(SearchText.folded(name)));
  }

  /** Code of a department as the catalogue writes it. */
  Optional<String> departmentCoded(String code) {
    return Optional.ofNullable(departmentsByCode.get(SearchText.folded(code)));
  }

  /** Code of the category that a code, name or path names. */
  Optional<String> category(String text) {
    return Optional.ofNullable(categories.get(SearchText.folded(text)))
        .filter(code -> !code.isEmpty());
  }

  /** Code of the concrete format that a word names. */
  Optional<String> formatType(String text) {
    return Optional.ofNullable(formatTypes.get(SearchText.folded(text)));
  }

  DepartmentEntries offices() {
    return offices;
  }

  DepartmentEntries functions() {
    return functions;
  }

  DepartmentEntries systems() {
    return systems;
  }

  IdentifierScheme scheme() {
    return scheme;
  }

  /** The concrete formats. */
  public FormatTypes types() {
    return types;
  }
}
