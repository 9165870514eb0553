package org.govshare.catalog.table;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The words of tables in Chinese and English: headings, and what values are called. */
@Singleton
public class Labels {

  private final Map<String, Properties> labels = Map.of("zh", read("zh"), "en", read("en"));

  private static Properties read(String language) {
    String path = "/META-INF/govshare/labels_" + language + ".properties";
    Properties properties = new Properties();
    try (InputStream in = Labels.class.getResourceAsStream(path)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  /** The word for a key, the key itself if there is none. */
  public String of(String key, Locale language) {
    return labels.get(language.getLanguage()).getProperty(key, key);
  }

  /** What a value is called, {@code null} for none. */
  public String of(Enum<?> value, Locale language) {
    return value == null
        ? null
        : of(value.getDeclaringClass().getSimpleName() + "." + value.name(), language);
  }
}
