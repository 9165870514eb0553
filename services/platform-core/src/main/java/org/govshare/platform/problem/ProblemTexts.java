package org.govshare.platform.problem;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The wording of problems in Chinese and English, gathered from every module on the class path. */
@Singleton
public class ProblemTexts {

  private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);

  private final Map<String, Map<String, String>> texts;

  /** Reads the texts of every module; fails if one cannot be read. */
  public ProblemTexts() {
    Map<String, Map<String, String>> read = new HashMap<>();
    for (Locale language : LANGUAGES) {
      read.put(language.getLanguage(), read(language.getLanguage()));
    }
    texts = Map.copyOf(read);
  }

  private static Map<String, String> read(String language) {
    Map<String, String> all = new HashMap<>();
    String path = "META-INF/govshare/problems_" + language + ".properties";
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      for (URL url : Collections.list(loader.getResources(path))) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
          properties.load(reader);
        }
        properties.forEach((key, text) -> all.put((String) key, (String) text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
    return Map.copyOf(all);
  }

  /**
   * Picks the language the caller prefers.
   *
   * @param acceptLanguage value of the {@code Accept-Language} header, may be {@code null}
   * @return Chinese unless the caller prefers English
   */
  public Locale language(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return Locale.CHINESE;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
      return best == null ? Locale.CHINESE : best;
    } catch (IllegalArgumentException malformed) {
      return Locale.CHINESE;
    }
  }

  /**
   * The text of a key in a language. Arguments that are codes are set in as words: an enumeration's
   * constant by {@code value.<enumeration>.<constant>}, a {@link Code} by {@code
   * value.<kind>.<code>}, each where there is such a key; a list of them with the language's {@code
   * value.separator} in between.
   *
   * @return the text with its arguments set in, or {@code null} if there is none
   */
  public String text(Locale language, String key, List<Object> arguments) {
    String pattern = texts.get(language.getLanguage()).get(key);
    if (pattern == null) {
      return null;
    }
    // Arguments go in as texts: an identifier or a year must not get a thousands separator.
    Object[] values = arguments.stream().map(argument -> word(language, argument)).toArray();
    return new MessageFormat(pattern, Locale.ROOT).format(values);
  }

  private String word(Locale language, Object argument) {
    Map<String, String> words = texts.get(language.getLanguage());
    if (argument instanceof List<?> several) {
      return several.stream()
          .map(each -> word(language, each))
          .collect(Collectors.joining(words.getOrDefault("value.separator", ", ")));
    }
    if (argument instanceof Enum<?> constant) {
      return words.getOrDefault(
          "value." + constant.getDeclaringClass().getSimpleName() + "." + constant.name(),
          constant.name());
    }
    if (argument instanceof Code code) {
      return words.getOrDefault("value." + code.kind() + "." + code.code(), code.code());
    }
    return String.valueOf(argument);
  }
}
