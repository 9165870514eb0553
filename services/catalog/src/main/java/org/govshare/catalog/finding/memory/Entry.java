package org.govshare.catalog.finding.memory;

import java.util.List;
import java.util.UUID;

/**
 * A resource as it is searched.
 *
 * @param facets all its facets in one number
 * @param newest what lists are ordered by, in microseconds since 1970
 * @param name its name in normal form; {@code null}, like the other texts, if it has no texts yet
 * @param keywords one on each line
 * @param items one on each line
 * @param other the rest, one field on each line
 */
public record Entry(
    UUID id, long facets, long newest, String name, String keywords, String items, String other) {

  /** How well the words hit: -1 not at all, 0 best, see {@link Matches#rank}. */
  public int rank(List<String> words) {
    if (words.isEmpty()) {
      return 0;
    }
    if (name == null) {
      return -1;
    }
    String whole = String.join(" ", words);
    if (name.startsWith(whole)) {
      return name.length() == whole.length() ? 0 : 1;
    }
    int sum = 0;
    for (String word : words) {
      int rank = rank(word);
      if (rank < 0) {
        return -1;
      }
      sum += rank;
    }
    return sum;
  }

  private int rank(String word) {
    if (name.contains(word)) {
      return Matches.NAME;
    }
    if (keywords.contains(word)) {
      return Matches.KEYWORD;
    }
    if (items.contains(word)) {
      return Matches.ITEM;
    }
    return other.contains(word) ? Matches.OTHER : -1;
  }

  /** Whether one of the words occurs in an item's name. */
  public boolean hitsItem(List<String> words) {
    return items != null && words.stream().anyMatch(items::contains);
  }
}
