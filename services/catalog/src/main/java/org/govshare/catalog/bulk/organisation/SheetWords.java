package org.govshare.catalog.bulk.organisation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the cells of a column may say.
 *
 * @param byText names of constants by the words for them, in order
 */
record SheetWords(Map<String, String> byText) {

  /** Words and constants by turns. */
  static SheetWords of(Object... pairs) {
    Map<String, String> words = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      words.put((String) pairs[i], ((Enum<?>) pairs[i + 1]).name());
    }
    return new SheetWords(Collections.unmodifiableMap(words));
  }

  String first() {
    return byText.keySet().iterator().next();
  }
}
