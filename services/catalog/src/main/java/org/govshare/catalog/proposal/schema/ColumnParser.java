package org.govshare.catalog.proposal.schema;

import java.util.Locale;
import java.util.Set;
import org.govshare.catalog.proposal.schema.Token.Kind;

/** Reads one column of a table: its name, type, key and comment. */
final class ColumnParser {

  private static final Set<String> TYPES =
      Set.of(
          "CHAR",
          "CHARACTER",
          "VARCHAR",
          "VARCHAR2",
          "NVARCHAR",
          "NVARCHAR2",
          "NCHAR",
          "BPCHAR",
          "TEXT",
          "TINYTEXT",
          "MEDIUMTEXT",
          "LONGTEXT",
          "NTEXT",
          "CLOB",
          "NCLOB",
          "LONG",
          "INT",
          "INTEGER",
          "INT2",
          "INT4",
          "INT8",
          "TINYINT",
          "SMALLINT",
          "MEDIUMINT",
          "BIGINT",
          "SERIAL",
          "SMALLSERIAL",
          "BIGSERIAL",
          "NUMERIC",
          "DECIMAL",
          "DEC",
          "NUMBER",
          "MONEY",
          "SMALLMONEY",
          "REAL",
          "FLOAT",
          "FLOAT4",
          "FLOAT8",
          "DOUBLE",
          "BINARY_FLOAT",
          "BINARY_DOUBLE",
          "DATE",
          "DATETIME",
          "DATETIME2",
          "SMALLDATETIME",
          "DATETIMEOFFSET",
          "TIMESTAMP",
          "TIMESTAMPTZ",
          "TIME",
          "TIMETZ",
          "YEAR",
          "INTERVAL",
          "BOOL",
          "BOOLEAN",
          "BIT",
          "BLOB",
          "TINYBLOB",
          "MEDIUMBLOB",
          "LONGBLOB",
          "BYTEA",
          "BINARY",
          "VARBINARY",
          "IMAGE",
          "RAW",
          "JSON",
          "JSONB",
          "XML",
          "XMLTYPE",
          "UUID",
          "ENUM",
          "SET",
          "NATIONAL",
          "GEOMETRY",
          "UNIQUEIDENTIFIER");

  /** Words that may follow the first of a type. */
  private static final Set<String> FURTHER =
      Set.of("PRECISION", "VARYING", "CHARACTER", "CHAR", "VARCHAR", "RAW", "LARGE", "OBJECT");

  private ColumnParser() {}

  static boolean isType(Token token) {
    return TYPES.contains(token.word());
  }

  static SourceColumn read(TokenReader reader) {
    String name = reader.name("ddl-column-name");
    String type = type(reader, name);
    boolean key = false;
    String comment = null;
    int depth = 0;
    while (!reader.done()) {
      if (depth == 0 && reader.takes("PRIMARY", "KEY")) {
        key = true;
      } else if (depth == 0 && reader.takes("COMMENT")) {
        comment = reader.peek().isText() ? reader.take().text() : comment;
      } else {
        Token token = reader.take();
        depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      }
    }
    return new SourceColumn(name, type, comment, key);
  }

  private static String type(TokenReader reader, String column) {
    if (!reader.peek().isName()) {
      throw new UnreadableDdl(reader.peek().line(), "ddl-column-type", column);
    }
    StringBuilder type = new StringBuilder(reader.take().text().toLowerCase(Locale.ROOT));
    while (reader.peek().is(".")) {
      reader.take();
      type.setLength(0);
      type.append(reader.name("ddl-column-type").toLowerCase(Locale.ROOT));
    }
    while (FURTHER.contains(reader.peek().word())) {
      type.append(' ').append(reader.take().text().toLowerCase(Locale.ROOT));
    }
    if (reader.peek().is("(")) {
      type.append(arguments(reader));
    }
    if (reader.takes("UNSIGNED")) {
      type.append(" unsigned");
    }
    while (reader.peek().is("[")) {
      while (!reader.done() && !reader.take().is("]")) {
        continue;
      }
      type.append("[]");
    }
    if (reader.takes("WITH", "TIME", "ZONE")) {
      type.append(" with time zone");
    }
    return type.toString();
  }

  private static String arguments(TokenReader reader) {
    StringBuilder arguments = new StringBuilder("(");
    reader
        .elements()
        .forEach(
            element -> {
              arguments.append(arguments.length() > 1 ? "," : "");
              element.forEach(
                  token ->
                      arguments.append(
                          token.kind() == Kind.STRING
                              ? "'" + token.text() + "'"
                              : token.text().toLowerCase(Locale.ROOT)));
            });
    return arguments.append(')').toString();
  }
}
