package org.govshare.catalog.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * The initials of a text's pinyin: {@code qyxx} for 企业信息. Where a character has several readings
 * that begin differently, each way of reading the text counts, up to a bound; beyond it, the common
 * readings with one character at a time read in another way.
 */
final class Initials {

  /** Most readings of one word that are kept. */
  static final int READING_LIMIT = 16;

  private static final int FIRST = 0x3400;
  private static final int LAST = 0x9FFF;
  private static final String[] READINGS = new String[LAST - FIRST + 1];

  private Initials() {}

  /**
   * All readings of all words of a text in normal form, separated by spaces; words without a
   * Chinese character have none, as the text itself finds them.
   */
  static String of(String normalised) {
    return Stream.of(normalised.split("[ \n]"))
        .filter(word -> word.codePoints().anyMatch(Initials::isRead))
        .flatMap(word -> readings(word).stream())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** Whether characters, from one of them on, can be read so that they begin with these letters. */
  static boolean match(String letters, int[] characters, int from) {
    for (int i = 0; i < letters.length(); i++) {
      if (read(characters[from + i]).indexOf(letters.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRead(int character) {
    return character >= FIRST && character <= LAST && !initials(character).isEmpty();
  }

  private static Set<String> readings(String word) {
    List<String> initials = new ArrayList<>();
    word.codePoints().forEach(character -> initials.add(read(character)));
    long ways = 1;
    for (String each : initials) {
      ways = Math.min(ways * each.codePointCount(0, each.length()), READING_LIMIT + 1L);
    }
    return ways <= READING_LIMIT ? all(initials) : nearest(initials);
  }

  private static Set<String> all(List<String> initials) {
    Set<String> readings = new LinkedHashSet<>(Set.of(""));
    for (String each : initials) {
      Set<String> longer = new LinkedHashSet<>();
      for (String reading : readings) {
        each.codePoints().forEach(initial -> longer.add(reading + Character.toString(initial)));
      }
      readings = longer;
    }
    return readings;
  }

  private static Set<String> nearest(List<String> initials) {
    Set<String> readings = new LinkedHashSet<>();
    readings.add(reading(initials, -1, 0));
    for (int i = 0; i < initials.size(); i++) {
      for (int way = 1; way < initials.get(i).length(); way++) {
        if (readings.size() < READING_LIMIT
            && !Character.isSurrogate(initials.get(i).charAt(way))) {
          readings.add(reading(initials, i, way));
        }
      }
    }
    return readings;
  }

  private static String reading(List<String> initials, int changed, int way) {
    StringBuilder reading = new StringBuilder();
    for (int i = 0; i < initials.size(); i++) {
      String each = initials.get(i);
      if (i == changed) {
        reading.append(each.charAt(way));
      } else {
        reading.appendCodePoint(each.codePointAt(0));
      }
    }
    return reading.toString();
  }

  /** The letters with which a character's readings begin, the common one first; else itself. */
  private static String read(int character) {
    return character >= FIRST && character <= LAST && !initials(character).isEmpty()
        ? initials(character)
        : Character.toString(character);
  }

  /** Looked up once per character; two threads may do so at once and find the same. */
  private static String initials(int character) {
    String known = READINGS[character - FIRST];
    if (known == null) {
      String[] readings = PinyinHelper.toHanyuPinyinStringArray((char) character);
      known =
          readings == null
              ? ""
              : Stream.of(readings)
                  .map(reading -> reading.substring(0, 1))
                  .distinct()
                  .collect(Collectors.joining());
      READINGS[character - FIRST] = known;
    }
    return known;
  }
}
