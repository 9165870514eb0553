package org.govshare.catalog.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of notice can be worded. */
class NoticeTextsTest {

  private final NoticeTexts texts = new NoticeTexts(new ObjectMapper());

  @ParameterizedTest
  @EnumSource
  void everyKindHasItsWordingInBothLanguages(NoticeKind kind) {
    for (Locale language : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
      assertThat(texts.label(kind, language)).isNotBlank().doesNotStartWith(kind.name());
      assertThat(texts.title(kind, "{}", language)).isNotBlank().doesNotStartWith(kind.name());
      assertThat(texts.text(kind, "{}", language)).doesNotStartWith(kind.name());
    }
  }

  @Test
  void argumentsAreTextAndNeverPatterns() {
    String arguments = texts.written(Map.of("resource", "a{department}$1\\", "version", "1000"));
    assertThat(texts.title(NoticeKind.RESOURCE_VERSION, arguments, Locale.ENGLISH))
        .isEqualTo("\"a{department}$1\\\" has version 1000");
  }
}
