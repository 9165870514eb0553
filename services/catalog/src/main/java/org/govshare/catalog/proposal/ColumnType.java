package org.govshare.catalog.proposal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.govshare.catalog.resource.DataType;

/**
 * What a database's type is among the eleven kinds of the standard.
 *
 * @param dataType one of the eleven
 * @param length in characters or digits, {@code null} if the kind has none or it is not known
 */
record ColumnType(DataType dataType, Integer length) {

  private static final Pattern ATTRIBUTES =
      Pattern.compile(" (with|without|unsigned|zerofill)\\b.*", Pattern.DOTALL);
  private static final Set<String> CHARACTER =
      Set.of(
          "char",
          "character",
          "varchar",
          "varchar2",
          "nvarchar",
          "nvarchar2",
          "nchar",
          "bpchar",
          "character varying",
          "char varying",
          "national character",
          "national character varying",
          "national varchar",
          "national char");
  private static final Set<String> TEXT =
      Set.of(
          "text",
          "mediumtext",
          "longtext",
          "ntext",
          "clob",
          "nclob",
          "long",
          "json",
          "jsonb",
          "xml",
          "xmltype",
          "character large object",
          "char large object");
  private static final Set<String> DECIMAL = Set.of("numeric", "decimal", "dec", "number");
  private static final Set<String> DOUBLE =
      Set.of("double", "double precision", "float8", "binary_double");
  private static final Set<String> TIME_OF_DAY = Set.of("time", "timetz");

  /** The kind of a type as a database writes it; what is not known is 通用型. */
  static ColumnType of(String written) {
    String type = written.strip().toLowerCase(Locale.ROOT);
    if (type.endsWith("[]")) {
      return new ColumnType(DataType.G, null);
    }
    int open = type.indexOf('(');
    int close = type.lastIndexOf(')');
    String name = ATTRIBUTES.matcher(open < 0 ? type : type.substring(0, open)).replaceFirst("");
    String[] arguments =
        open < 0 || close <= open + 1 ? new String[0] : type.substring(open + 1, close).split(",");
    return of(name.strip(), arguments);
  }

  private static ColumnType of(String name, String[] arguments) {
    if (CHARACTER.contains(name)) {
      Integer length = number(arguments, 0);
      boolean single = length == null && !name.contains("var");
      return single
          ? new ColumnType(DataType.C, 1)
          : new ColumnType(length == null ? DataType.M : DataType.C, length);
    }
    if (TEXT.contains(name)) {
      return new ColumnType(DataType.M, null);
    }
    if (DECIMAL.contains(name)) {
      return new ColumnType(DataType.N, number(arguments, 0));
    }
    if (DOUBLE.contains(name)) {
      return new ColumnType(DataType.B, null);
    }
    if (TIME_OF_DAY.contains(name)) {
      return new ColumnType(DataType.C, 15);
    }
    if (name.startsWith("timestamp") || name.contains("datetime")) {
      return new ColumnType(DataType.T, null);
    }
    return switch (name) {
      case "tinyint" -> integer(3, arguments);
      case "smallint", "int2", "smallserial" -> new ColumnType(DataType.I, 5);
      case "mediumint" -> new ColumnType(DataType.I, 8);
      case "int", "integer", "int4", "serial" -> new ColumnType(DataType.I, 10);
      case "bigint", "int8", "bigserial" -> new ColumnType(DataType.I, 19);
      case "year" -> new ColumnType(DataType.I, 4);
      case "money", "smallmoney" -> new ColumnType(DataType.Y, null);
      case "real", "float", "float4", "binary_float" -> new ColumnType(DataType.F, null);
      case "date" -> new ColumnType(DataType.D, null);
      case "bool", "boolean" -> new ColumnType(DataType.L, null);
      case "bit" ->
          arguments.length == 0 || Integer.valueOf(1).equals(number(arguments, 0))
              ? new ColumnType(DataType.L, null)
              : new ColumnType(DataType.G, null);
      case "tinytext" -> new ColumnType(DataType.C, 255);
      case "uuid", "uniqueidentifier" -> new ColumnType(DataType.C, 36);
      case "interval" -> new ColumnType(DataType.C, 50);
      case "enum" -> new ColumnType(DataType.C, longest(arguments));
      default -> new ColumnType(DataType.G, null);
    };
  }

  /** MySQL writes truth values so. */
  private static ColumnType integer(int digits, String[] arguments) {
    return Integer.valueOf(1).equals(number(arguments, 0))
        ? new ColumnType(DataType.L, null)
        : new ColumnType(DataType.I, digits);
  }

  private static Integer number(String[] arguments, int index) {
    if (arguments.length <= index) {
      return null;
    }
    // Oracle names the unit after the number: varchar2(20 char) is written without its space.
    String digits = arguments[index].strip().replaceFirst("(char|byte)$", "").strip();
    boolean usable = digits.matches("[0-9]{1,8}") && Integer.parseInt(digits) >= 1;
    return usable ? Math.min(Integer.parseInt(digits), 10_485_760) : null;
  }

  private static int longest(String[] values) {
    return Math.max(1, Arrays.stream(values).mapToInt(value -> value.length() - 2).max().orElse(1));
  }
}
