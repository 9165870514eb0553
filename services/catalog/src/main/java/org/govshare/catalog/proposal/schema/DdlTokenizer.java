package org.govshare.catalog.proposal.schema;

import java.util.ArrayList;
import java.util.List;
import org.govshare.catalog.proposal.schema.Token.Kind;

/**
 * Cuts a script into statements and these into tokens, in one pass. Knows the comments, strings and
 * quoted names of PostgreSQL, MySQL, Oracle, Dameng and SQL Server. Not thread-safe.
 */
final class DdlTokenizer {

  private static final int NAME_LIMIT = 128;

  private final String script;
  private final boolean backslashEscapes;
  private final List<List<Token>> statements = new ArrayList<>();
  private final List<DdlFault> faults = new ArrayList<>();
  private List<Token> statement = new ArrayList<>();
  private int at;
  private int line = 1;

  DdlTokenizer(String script) {
    this.script = script;
    // Only MySQL quotes names so, and only there a backslash escapes within a string.
    this.backslashEscapes = script.indexOf('`') >= 0;
  }

  /** The statements of the script, each without its end. */
  List<List<Token>> statements() {
    try {
      while (at < script.length()) {
        next();
      }
    } catch (UnreadableDdl unreadable) {
      faults.add(unreadable.fault());
      statement.clear();
    }
    end();
    return statements;
  }

  /** What was left open at the end of the script, if anything. */
  List<DdlFault> faults() {
    return faults;
  }

  private void next() {
    char c = script.charAt(at);
    if (c == '\n') {
      line++;
      at++;
    } else if (Character.isWhitespace(c) || c == '\uFEFF') {
      at++;
    } else if (looking("--") || (c == '#' && (at == 0 || isSpace(script.charAt(at - 1))))) {
      int end = script.indexOf('\n', at);
      at = end < 0 ? script.length() : end;
    } else if (looking("/*")) {
      skipTo("*/", 2, "ddl-comment-open");
    } else if (c == ';') {
      at++;
      end();
    } else if (c == '/' && aloneOnLine()) {
      at++;
      end();
    } else if (c == '\'') {
      add(Kind.STRING, quoted('\'', backslashEscapes, "ddl-string-open"));
    } else if ((c == 'E' || c == 'e' || c == 'N' || c == 'n') && next('\'')) {
      at++;
      add(Kind.STRING, quoted('\'', c == 'E' || c == 'e' || backslashEscapes, "ddl-string-open"));
    } else if (c == '"' || c == '`') {
      name(quoted(c, false, "ddl-name-open"));
    } else if (c == '[' && at + 1 < script.length() && isWordStart(script.charAt(at + 1))) {
      name(quoted(']', false, "ddl-name-open"));
    } else if (c == '$' && dollarTag() != null) {
      dollarQuoted(dollarTag());
    } else if (isWordStart(c)) {
      word();
    } else if (c >= '0' && c <= '9') {
      number();
    } else {
      add(Kind.SYMBOL, String.valueOf(c));
      at++;
    }
  }

  private boolean looking(String text) {
    return script.startsWith(text, at);
  }

  private boolean next(char c) {
    return at + 1 < script.length() && script.charAt(at + 1) == c;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c);
  }

  private static boolean isWordStart(char c) {
    return Character.isLetter(c) || c == '_' || c == '@' || Character.isSurrogate(c);
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || Character.isDigit(c) || c == '$' || c == '#';
  }

  /** Oracle ends a statement by a slash on a line of its own. */
  private boolean aloneOnLine() {
    for (int i = at - 1; i >= 0 && script.charAt(i) != '\n'; i--) {
      if (!isSpace(script.charAt(i))) {
        return false;
      }
    }
    for (int i = at + 1; i < script.length() && script.charAt(i) != '\n'; i++) {
      if (!isSpace(script.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private void add(Kind kind, String text) {
    statement.add(new Token(kind, text, line));
  }

  private void name(String text) {
    if (text.length() > NAME_LIMIT) {
      throw new UnreadableDdl(line, "ddl-name-too-long", NAME_LIMIT);
    }
    add(Kind.QUOTED, text);
  }

  private void word() {
    int begin = at;
    while (at < script.length() && isWordPart(script.charAt(at))) {
      at++;
    }
    String text = script.substring(begin, at);
    if (text.length() > NAME_LIMIT) {
      throw new UnreadableDdl(line, "ddl-name-too-long", NAME_LIMIT);
    }
    boolean firstOnLine = statement.isEmpty() || statement.get(statement.size() - 1).line() < line;
    if (text.equalsIgnoreCase("GO") && firstOnLine) {
      end();
    } else {
      add(Kind.WORD, text);
    }
  }

  private void number() {
    int begin = at;
    while (at < script.length()
        && (Character.isLetterOrDigit(script.charAt(at)) || script.charAt(at) == '.')) {
      at++;
    }
    add(Kind.NUMBER, script.substring(begin, at));
  }

  /** What stands between quotes; a doubled quote is one of the contents. */
  private String quoted(char quote, boolean escapes, String fault) {
    int begun = line;
    StringBuilder text = new StringBuilder();
    at++;
    while (at < script.length()) {
      char c = script.charAt(at);
      if (c == quote && next(quote)) {
        text.append(c);
        at += 2;
      } else if (c == quote) {
        at++;
        return text.toString();
      } else if (escapes && c == '\\' && at + 1 < script.length()) {
        text.append(unescaped(script.charAt(at + 1)));
        at += 2;
      } else {
        line += c == '\n' ? 1 : 0;
        text.append(c);
        at++;
      }
    }
    throw new UnreadableDdl(begun, fault);
  }

  private static char unescaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> c;
    };
  }

  /** The tag of a PostgreSQL dollar quote that begins here, or {@code null}. */
  private String dollarTag() {
    int end = at + 1;
    while (end < script.length()
        && end - at < 64
        && isWordPart(script.charAt(end))
        && script.charAt(end) != '$') {
      end++;
    }
    return end < script.length() && script.charAt(end) == '$'
        ? script.substring(at, end + 1)
        : null;
  }

  private void dollarQuoted(String tag) {
    add(Kind.STRING, "");
    skipTo(tag, tag.length(), "ddl-string-open");
  }

  private void skipTo(String mark, int from, String fault) {
    int end = script.indexOf(mark, at + from);
    if (end < 0) {
      throw new UnreadableDdl(line, fault);
    }
    for (int i = at; i < end; i++) {
      line += script.charAt(i) == '\n' ? 1 : 0;
    }
    at = end + mark.length();
  }

  private void end() {
    if (!statement.isEmpty()) {
      statements.add(statement);
      statement = new ArrayList<>();
    }
  }
}
