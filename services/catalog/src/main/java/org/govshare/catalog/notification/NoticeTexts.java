package org.govshare.catalog.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The wording of notices in Chinese and English. */
@Singleton
class NoticeTexts {

  private static final Pattern ARGUMENT = Pattern.compile("\\{([A-Za-z]+)}");

  private final Map<String, Properties> texts = Map.of("zh", read("zh"), "en", read("en"));
  // Before the lines of a notice, likewise a sign that no input may hold.
  private static final char LINES = '\u0003';
  private static final Pattern WORD =
      Pattern.compile(Notice.WORD + "([^" + Notice.WORD_END + "]*)" + Notice.WORD_END);

  private final ObjectMapper json;
  private final String portal;

  NoticeTexts(ObjectMapper json, @ConfigProperty(name = "govshare.portal.url") String portal) {
    this.json = json;
    this.portal = portal;
  }

  private static Properties read(String language) {
    String path = "/META-INF/govshare/notices_" + language + ".properties";
    Properties properties = new Properties();
    try (InputStream in = NoticeTexts.class.getResourceAsStream(path)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  /** What a kind is called. */
  String label(NoticeKind kind, Locale language) {
    return pattern(kind, "label", language);
  }

  String title(NoticeKind kind, String arguments, Locale language) {
    return filled(pattern(kind, "title", language), arguments, language);
  }

  String text(NoticeKind kind, String arguments, Locale language) {
    return filled(pattern(kind, "text", language), arguments, language);
  }

  String written(Map<String, String> arguments) {
    try {
      return json.writeValueAsString(arguments);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts can always be written", e);
    }
  }

  String lines(List<NoticeLine> lines) {
    try {
      return LINES + json.writeValueAsString(lines);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts can always be written", e);
    }
  }

  private String pattern(NoticeKind kind, String part, Locale language) {
    String key = kind.name() + "." + part;
    return texts.get(language.getLanguage()).getProperty(key, key);
  }

  /** An argument that is not there leaves nothing behind. */
  private String filled(String pattern, String arguments, Locale language) {
    Map<String, String> values = read(arguments, new TypeReference<>() {});
    return ARGUMENT
        .matcher(pattern)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(value(values.getOrDefault(found.group(1), ""), language)))
        .strip();
  }

  private String value(String value, Locale language) {
    if (!value.isEmpty() && value.charAt(0) == LINES) {
      List<NoticeLine> lines = read(value.substring(1), new TypeReference<>() {});
      return lines.stream().map(line -> line(line, language)).collect(Collectors.joining());
    }
    Properties words = texts.get(language.getLanguage());
    return WORD.matcher(value)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    words.getProperty("word." + found.group(1), found.group(1))));
  }

  private String line(NoticeLine line, Locale language) {
    String text = text(line.kind(), line.arguments(), language);
    return "\n- " + text + (line.link() == null ? "" : "\n  " + portal + line.link());
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Arguments are kept as they were written", e);
    }
  }
}
