package org.govshare.catalog.proposal.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.govshare.catalog.proposal.schema.Token.Kind;

/**
 * Reads tables, columns and comments from a script in the dialect of PostgreSQL, MySQL, Oracle,
 * Dameng, Kingbase or SQL Server; passes over everything else. Takes linear time.
 */
public final class DdlParser {

  /** Most tables of one script. */
  public static final int TABLE_LIMIT = 200;

  /** Most columns of one table. */
  public static final int COLUMN_LIMIT = 500;

  private static final int FAULT_LIMIT = 100;

  private static final Set<String> CONSTRAINTS =
      Set.of(
          "CONSTRAINT",
          "PRIMARY",
          "UNIQUE",
          "KEY",
          "INDEX",
          "FOREIGN",
          "CHECK",
          "EXCLUDE",
          "FULLTEXT",
          "SPATIAL",
          "LIKE",
          "PERIOD",
          "CLUSTER");

  /** A table while comments may still come. */
  private static final class Draft {
    private final String schema;
    private final String name;
    private final int line;
    private final List<SourceColumn> columns;
    private final Map<String, String> comments = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private String comment;

    Draft(String schema, String name, int line, List<SourceColumn> columns, String comment) {
      this.schema = schema;
      this.name = name;
      this.line = line;
      this.columns = columns;
      this.comment = comment;
    }

    SourceTable table() {
      return new SourceTable(
          schema,
          name,
          comment,
          columns.stream()
              .map(
                  column ->
                      new SourceColumn(
                          column.name(),
                          column.type(),
                          comments.getOrDefault(lower(column.name()), column.comment()),
                          column.key() || keys.contains(lower(column.name()))))
              .toList(),
          line);
    }
  }

  private final List<Draft> drafts = new ArrayList<>();
  private final Map<String, Draft> byName = new HashMap<>();
  private final List<DdlFault> faults = new ArrayList<>();
  private int ignored;

  private DdlParser() {}

  /** Reads a script. */
  public static DdlScript read(String script) {
    DdlTokenizer tokenizer = new DdlTokenizer(script);
    DdlParser parser = new DdlParser();
    List<List<Token>> statements = tokenizer.statements();
    for (List<Token> statement : statements) {
      if (parser.faults.size() < FAULT_LIMIT) {
        parser.statement(statement);
      }
    }
    parser.faults.addAll(tokenizer.faults());
    return new DdlScript(
        parser.drafts.stream().map(Draft::table).toList(), parser.faults, parser.ignored);
  }

  private void statement(List<Token> tokens) {
    TokenReader reader = new TokenReader(tokens);
    int line = reader.peek().line();
    try {
      if (reader.peek().kind() != Kind.WORD) {
        throw new UnreadableDdl(line, "ddl-no-statement", shown(reader.peek().text()));
      }
      if (createsTable(reader)) {
        create(reader, line);
      } else if (reader.takes("COMMENT", "ON", "TABLE")) {
        commentOnTable(reader);
      } else if (reader.takes("COMMENT", "ON", "COLUMN")) {
        commentOnColumn(reader);
      } else if (reader.takes("ALTER", "TABLE")) {
        alter(reader);
      } else {
        ignored++;
      }
    } catch (UnreadableDdl unreadable) {
      faults.add(unreadable.fault());
    }
  }

  /** Of changes to a table only a primary key matters; dumps write keys so. */
  private void alter(TokenReader reader) {
    reader.takes("IF", "EXISTS");
    reader.takes("ONLY");
    Draft draft = known(reader.qualifiedName("ddl-table-name"));
    if (draft != null) {
      draft.keys.addAll(primaryKey(reader));
    }
  }

  /** Whether it is {@code CREATE … TABLE}, with at most a few words between. */
  private static boolean createsTable(TokenReader reader) {
    if (!reader.peek().is("CREATE")) {
      return false;
    }
    for (int i = 1; i <= 5; i++) {
      Token token = reader.peek(i);
      if (token.is("TABLE")) {
        for (int taken = 0; taken <= i; taken++) {
          reader.take();
        }
        return true;
      }
      if (token.kind() != Kind.WORD) {
        return false;
      }
    }
    return false;
  }

  private void create(TokenReader reader, int line) {
    reader.takes("IF", "NOT", "EXISTS");
    List<String> name = reader.qualifiedName("ddl-table-name");
    String table = name.get(name.size() - 1);
    String schema = name.size() > 1 ? name.get(name.size() - 2) : null;
    if (!reader.peek().is("(")) {
      throw new UnreadableDdl(reader.peek().line(), "ddl-no-columns", table);
    }
    List<List<Token>> elements = reader.elements();
    if (elements.size() > COLUMN_LIMIT * 2) {
      throw new UnreadableDdl(line, "ddl-too-many-columns", table, COLUMN_LIMIT);
    }
    List<SourceColumn> columns = columns(elements, table, line);
    if (drafts.size() >= TABLE_LIMIT) {
      throw new UnreadableDdl(line, "ddl-too-many-tables", TABLE_LIMIT);
    }
    Draft draft = new Draft(schema, table, line, columns, optionComment(reader));
    if (byName.putIfAbsent(key(schema, table), draft) != null) {
      throw new UnreadableDdl(line, "ddl-table-twice", table);
    }
    byName.putIfAbsent(key(null, table), draft);
    drafts.add(draft);
  }

  private static List<SourceColumn> columns(List<List<Token>> elements, String table, int line) {
    List<SourceColumn> columns = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (List<Token> element : elements) {
      TokenReader reader = new TokenReader(element);
      if (reader.done()) {
        throw new UnreadableDdl(line, "ddl-empty-column", table);
      }
      if (isConstraint(reader)) {
        keys.addAll(primaryKey(reader));
      } else {
        SourceColumn column = ColumnParser.read(reader);
        if (!names.add(lower(column.name()))) {
          throw new UnreadableDdl(element.get(0).line(), "ddl-column-twice", table, column.name());
        }
        columns.add(column);
      }
    }
    if (columns.isEmpty()) {
      throw new UnreadableDdl(line, "ddl-no-columns", table);
    }
    if (columns.size() > COLUMN_LIMIT) {
      throw new UnreadableDdl(line, "ddl-too-many-columns", table, COLUMN_LIMIT);
    }
    return columns.stream()
        .map(
            column ->
                new SourceColumn(
                    column.name(),
                    column.type(),
                    column.comment(),
                    column.key() || keys.contains(lower(column.name()))))
        .toList();
  }

  /** A bare keyword begins a constraint, unless a type follows: then it is a column's name. */
  private static boolean isConstraint(TokenReader reader) {
    return CONSTRAINTS.contains(reader.peek().word()) && !ColumnParser.isType(reader.peek(1));
  }

  private static Set<String> primaryKey(TokenReader reader) {
    Set<String> keys = new HashSet<>();
    while (!reader.done()) {
      if (reader.takes("PRIMARY", "KEY")) {
        while (!reader.done() && !reader.peek().is("(")) {
          reader.take();
        }
        if (!reader.done()) {
          reader.elements().stream()
              .filter(element -> !element.isEmpty())
              .forEach(element -> keys.add(lower(element.get(0).text())));
        }
      } else {
        reader.take();
      }
    }
    return keys;
  }

  /** MySQL's {@code COMMENT = '…'} among the options after the columns. */
  private static String optionComment(TokenReader reader) {
    String comment = null;
    while (!reader.done()) {
      if (reader.takes("COMMENT")) {
        reader.takes("=");
        comment = reader.peek().isText() ? reader.take().text() : comment;
      } else {
        reader.take();
      }
    }
    return comment;
  }

  private void commentOnTable(TokenReader reader) {
    List<String> name = reader.qualifiedName("ddl-table-name");
    Draft draft = known(name);
    String comment = comment(reader);
    if (draft != null) {
      draft.comment = comment;
    }
  }

  private void commentOnColumn(TokenReader reader) {
    List<String> name = reader.qualifiedName("ddl-column-name");
    if (name.size() < 2) {
      throw new UnreadableDdl(reader.peek().line(), "ddl-column-name");
    }
    Draft draft = known(name.subList(0, name.size() - 1));
    String comment = comment(reader);
    if (draft != null && comment != null) {
      draft.comments.put(lower(name.get(name.size() - 1)), comment);
    }
  }

  /** The table a comment is on; {@code null} for one that the script does not create. */
  private Draft known(List<String> name) {
    String table = name.get(name.size() - 1);
    String schema = name.size() > 1 ? name.get(name.size() - 2) : null;
    Draft exact = byName.get(key(schema, table));
    return exact == null && schema != null ? unqualified(table) : exact;
  }

  private Draft unqualified(String table) {
    Draft draft = byName.get(key(null, table));
    return draft != null && draft.schema == null ? draft : null;
  }

  private static String comment(TokenReader reader) {
    if (!reader.takes("IS")) {
      throw new UnreadableDdl(reader.peek().line(), "ddl-comment-text");
    }
    Token text = reader.take();
    if (text.is("NULL")) {
      return null;
    }
    if (!text.isText()) {
      throw new UnreadableDdl(text.line(), "ddl-comment-text");
    }
    return text.text();
  }

  private static String key(String schema, String table) {
    return (schema == null ? "" : lower(schema)) + "\0" + lower(table);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String shown(String text) {
    return text.length() > 20 ? text.substring(0, 20) + "…" : text;
  }
}
