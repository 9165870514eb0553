package org.govshare.catalog.bulk.organisation;

import java.util.Locale;
import java.util.Map;

/**
 * A column of a sheet.
 *
 * @param field field of the input that it fills
 * @param header how it is headed
 * @param required whether no cell may be empty
 * @param words what its cells may say, with what each means, in order; empty if anything
 * @param example what a cell may look like
 */
record SheetColumn(
    String field, String header, boolean required, Map<String, String> words, String example) {

  static SheetColumn of(String field, String header, String example) {
    return new SheetColumn(field, header, false, Map.of(), example);
  }

  static SheetColumn required(String field, String header, String example) {
    return new SheetColumn(field, header, true, Map.of(), example);
  }

  static SheetColumn words(String field, String header, boolean required, SheetWords words) {
    return new SheetColumn(field, header, required, words.byText(), words.first());
  }

  /** A heading without what hands change in it: blanks, stars, brackets and what they hold. */
  static String folded(String heading) {
    return heading
        .replaceAll("[（(\\[【].*", "")
        .replaceAll("[\\s\\p{Z}*＊:：]", "")
        .toUpperCase(Locale.ROOT);
  }
}
