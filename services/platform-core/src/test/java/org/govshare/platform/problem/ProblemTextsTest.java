package org.govshare.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

  private final ProblemTexts texts = new ProblemTexts();

  @Test
  void theCallersLanguageIsChineseUnlessEnglishIsPreferred() {
    assertEquals(Locale.CHINESE, texts.language(null));
    assertEquals(Locale.CHINESE, texts.language("de-DE"));
    assertEquals(Locale.CHINESE, texts.language("zh-CN,en;q=0.5"));
    assertEquals(Locale.ENGLISH, texts.language("en-US,zh;q=0.5"));
    assertEquals(Locale.CHINESE, texts.language("en;q=nonsense"));
  }

  @Test
  void numbersAreWrittenPlainly() {
    assertEquals(
        "has more than 10000 characters",
        texts.text(Locale.ENGLISH, "field.too-long", List.of(10_000)));
  }

  @Test
  void codesAreSetInAsWords() {
    assertEquals(
        "需要以下角色之一：编目员、监控员。请联系安全管理员。",
        texts.text(
            Locale.CHINESE,
            "role-required.detail",
            List.of(Code.all("role", "catalog-editor", "monitor"))));
    assertEquals(
        "occurs twice: " + Thread.State.NEW + ", x",
        texts.text(
            Locale.ENGLISH,
            "field.duplicate",
            List.of(List.of(Thread.State.NEW, new Code("role", "x")))));
  }

  @Test
  void anUnknownKeyHasNoText() {
    assertNull(texts.text(Locale.ENGLISH, "nothing.title", List.of()));
  }

  @Test
  void bothLanguagesSayTheSame() throws Exception {
    assertEquals(keys("en"), keys("zh"));
  }

  private static Object keys(String language) throws Exception {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            ProblemTextsTest.class.getResourceAsStream(
                "/META-INF/govshare/problems_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties.stringPropertyNames();
  }
}
