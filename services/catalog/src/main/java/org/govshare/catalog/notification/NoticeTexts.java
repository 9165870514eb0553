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
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The wording of notices in Chinese and English. */
@Singleton
class NoticeTexts {

  private static final Pattern ARGUMENT = Pattern.compile("\\{([A-Za-z]+)}");

  private final Map<String, Properties> texts = Map.of("zh", read("zh"), "en", read("en"));
  private final ObjectMapper json;

  NoticeTexts(ObjectMapper json) {
    this.json = json;
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
    return filled(pattern(kind, "title", language), arguments);
  }

  String text(NoticeKind kind, String arguments, Locale language) {
    return filled(pattern(kind, "text", language), arguments);
  }

  String written(Map<String, String> arguments) {
    try {
      return json.writeValueAsString(arguments);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts can always be written", e);
    }
  }

  private String pattern(NoticeKind kind, String part, Locale language) {
    String key = kind.name() + "." + part;
    return texts.get(language.getLanguage()).getProperty(key, key);
  }

  /** An argument that is not there leaves nothing behind. */
  private String filled(String pattern, String arguments) {
    Map<String, String> values;
    try {
      values = json.readValue(arguments, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Arguments are kept as they were written", e);
    }
    return ARGUMENT
        .matcher(pattern)
        .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")))
        .strip();
  }
}
