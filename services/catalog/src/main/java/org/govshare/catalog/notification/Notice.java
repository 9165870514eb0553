package org.govshare.catalog.notification;

import java.util.Map;
import java.util.Objects;

/**
 * Something to tell.
 *
 * @param kind what it is about
 * @param to who is told; nobody if empty
 * @param arguments values for the wording of the kind, by name
 * @param link path in the portal that shows more, for example {@code /resources/<id>}, or {@code
 *     null}
 */
public record Notice(NoticeKind kind, Recipients to, Map<String, String> arguments, String link) {

  // Signs that no input may hold, so nobody can write such an argument.
  static final char WORD = '\u0001';
  static final char WORD_END = '\u0002';

  /**
   * A value, or part of one, that is put into the reader's language.
   *
   * @param key that the wordings have after {@code word.}
   */
  public static String word(String key) {
    return WORD + key + WORD_END;
  }

  public Notice {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(to, "to");
    arguments = Map.copyOf(arguments);
    if (link != null && !link.startsWith("/")) {
      throw new IllegalArgumentException("A notice links to a path in the portal, not " + link);
    }
  }
}
