package org.govshare.catalog.proposal.schema;

import java.util.Locale;

/**
 * A piece of a script.
 *
 * @param kind what it is
 * @param text a name without its quotes, the contents of a string, or the piece itself
 * @param line line on which it begins, from 1
 */
record Token(Kind kind, String text, int line) {

  enum Kind {
    /** A bare word: a keyword or a name. */
    WORD,
    /** A name in quotes of any dialect; never a keyword. */
    QUOTED,
    STRING,
    NUMBER,
    SYMBOL,
    /** The end of a statement. */
    END
  }

  boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }

  /** Text in quotes; MySQL takes double ones too. */
  boolean isText() {
    return kind == Kind.STRING || kind == Kind.QUOTED;
  }

  /** A keyword's common form; empty for what is no bare word. */
  String word() {
    return kind == Kind.WORD ? text.toUpperCase(Locale.ROOT) : "";
  }
}
