package org.govshare.catalog.finding;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What found resources are counted and filtered by. Each has its place in the number {@code facets}
 * that the database keeps with every resource, see the function {@code resource_facets}.
 */
enum Facet {
  STATE("state", 56, 4),
  DEPARTMENT("department", 42, 14),
  CATEGORY("category", 26, 16),
  SHARING_TYPE("sharingType", 23, 3),
  OPEN_TYPE("openType", 20, 3),
  FORMAT("format", 16, 4),
  DATA_STRUCTURE("dataStructure", 13, 3),
  UPDATE_FREQUENCY("updateFrequency", 8, 4),
  YEAR("year", 0, 8);

  /** The year before the first that can be told, as 0 means none. */
  static final int YEAR_ZERO = 1999;

  private final String key;
  private final int shift;
  private final int mask;

  Facet(String key, int shift, int width) {
    this.key = key;
    this.shift = shift;
    this.mask = (1 << width) - 1;
  }

  /** Name in queries and answers. */
  @JsonValue
  String key() {
    return key;
  }

  /** This facet's code in all facets of a resource; 0 if it has no value. */
  int codeIn(long facets) {
    return (int) (facets >> shift) & mask;
  }

  /** The same in SQL. */
  String sql(String facets) {
    return "cast((" + facets + " >> " + shift + ") & " + mask + " as integer)";
  }

  /** Code of a value of an enumeration: its position, from 1. */
  static int code(Enum<?> value) {
    return value.ordinal() + 1;
  }
}
