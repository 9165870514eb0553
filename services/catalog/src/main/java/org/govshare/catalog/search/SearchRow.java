package org.govshare.catalog.search;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A row of {@code resource_text}: what one resource is found by. Whoever writes rows, one by one or
 * in bulk, makes them here, so that all are alike. What the row says of facets and age is filled in
 * by the database, so the resource itself must have been written before.
 *
 * @param name its name in normal form
 * @param keywords its keywords, one on each line
 * @param items names of its items and of the columns they come from, one item on each line
 * @param other the abstract and the items' descriptions, one on each line
 * @param nameInitials pinyin initials of the name
 * @param initials pinyin initials of keywords and items' names
 * @param tokens the pairs of all of these
 */
@SuppressWarnings("ArrayRecordComponent")
public record SearchRow(
    String name,
    String keywords,
    String items,
    String other,
    String nameInitials,
    String initials,
    int[] tokens) {

  /** Columns in the order of {@link #appendTo}. */
  public static final String COLUMNS =
      "resource_id, name, keywords, items, other, name_initials, initials, tokens";

  /** Takes lines from {@link #appendTo}. */
  public static final String COPY = "copy resource_text (" + COLUMNS + ") from stdin";

  /** The row of a resource. */
  public static SearchRow of(
      String name, String summary, Collection<String> keywords, Collection<SearchItem> items) {
    String names = SearchText.content(Stream.of(name));
    String words = SearchText.content(keywords.stream());
    String itemNames = SearchText.content(items.stream().map(SearchItem::name));
    String lines =
        SearchText.content(
            items.stream()
                .map(
                    item ->
                        item.fieldName() == null
                            ? item.name()
                            : item.name() + " " + item.fieldName()));
    String other =
        SearchText.content(
            Stream.concat(Stream.of(summary), items.stream().map(SearchItem::description)));
    String nameInitials = Initials.of(names);
    String initials = Initials.of(words + "\n" + itemNames);
    return new SearchRow(
        names,
        words,
        lines,
        other,
        nameInitials,
        initials,
        SearchText.pairs(List.of(names, words, lines, other, nameInitials, initials)));
  }

  /** All of it, one part on each line: what a word must be in to be found. */
  public String content() {
    return String.join("\n", name, keywords, items, other, nameInitials, initials);
  }

  /** Appends the row as a line of COPY's text format. */
  public void appendTo(StringBuilder lines, UUID resourceId) {
    lines.append(resourceId);
    for (String column : List.of(name, keywords, items, other, nameInitials, initials)) {
      lines.append('\t');
      appendEscaped(lines, column);
    }
    lines.append('\t').append(tokenLiteral()).append('\n');
  }

  /** The tokens as an array literal of PostgreSQL. */
  public String tokenLiteral() {
    StringBuilder literal = new StringBuilder(tokens.length * 11 + 2).append('{');
    for (int i = 0; i < tokens.length; i++) {
      literal.append(i == 0 ? "" : ",").append(tokens[i]);
    }
    return literal.append('}').toString();
  }

  private static void appendEscaped(StringBuilder line, String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> line.append(character);
      }
    }
  }
}
