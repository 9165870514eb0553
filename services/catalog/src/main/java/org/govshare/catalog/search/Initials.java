package org.govshare.catalog.search;

import java.util.Collection;
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
   * All readings of all runs of Chinese characters, Latin letters and digits in a text in normal
   * form, separated by spaces; runs without a Chinese character have none, as the text itself finds
   * them.
   */
  static String of(String normalised) {
    Set<String> readings = new LinkedHashSet<>();
    int start = 0;
    boolean chinese = false;
    for (int at = 0; at <= normalised.length(); at++) {
      char character = at < normalised.length() ? normalised.charAt(at) : ' ';
      if (isRead(character)) {
        chinese = true;
      } else if (!isLatin(character)) {
        if (chinese) {
          readings.addAll(readings(normalised.substring(start, at)));
        }
        start = at + 1;
        chinese = false;
      }
    }
    return String.join(" ", readings);
  }

  private static boolean isLatin(char character) {
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
  }

  /** Whether characters, from one of them on, can be read so that they begin with these letters. */
  static boolean match(String letters, String characters, int from) {
    for (int i = 0; i < letters.length(); i++) {
      if (read(characters.charAt(from + i)).indexOf(letters.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRead(int character) {
    return character >= FIRST && character <= LAST && !initials(character).isEmpty();
  }

  private static Collection<String> readings(String run) {
    StringBuilder only = new StringBuilder(run.length());
    for (int at = 0; at < run.length(); at++) {
      String initials = read(run.charAt(at));
      if (initials.length() > 1) {
        return severalReadings(run);
      }
      only.append(initials);
    }
    return List.of(only.toString());
  }

  private static Set<String> severalReadings(String run) {
    List<String> initials = run.chars().mapToObj(Initials::read).toList();
    int ways = 1;
    for (String each : initials) {
      ways = Math.min(ways * each.length(), READING_LIMIT + 1);
    }
    return ways <= READING_LIMIT ? all(initials) : nearest(initials);
  }

  private static Set<String> all(List<String> initials) {
    Set<String> readings = new LinkedHashSet<>(Set.of(""));
    for (String each : initials) {
      Set<String> longer = new LinkedHashSet<>();
      for (String reading : readings) {
        each.chars().forEach(initial -> longer.add(reading + (char) initial));
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
        if (readings.size() < READING_LIMIT) {
          readings.add(reading(initials, i, way));
        }
      }
    }
    return readings;
  }

  private static String reading(List<String> initials, int changed, int way) {
    StringBuilder reading = new StringBuilder();
    for (int i = 0; i < initials.size(); i++) {
      reading.append(initials.get(i).charAt(i == changed ? way : 0));
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
