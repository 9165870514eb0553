package org.govshare.catalog.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of notice can be worded. */
class NoticeTextsTest {

  private final NoticeTexts texts = new NoticeTexts(new ObjectMapper(), "http://portal");

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
  void wordsAndLinesAreInTheLanguageOfTheReader() {
    String step = texts.written(Map.of("step", Notice.word("campaign-step.SURVEY")));
    assertThat(texts.title(NoticeKind.CAMPAIGN_STEP_RETURNED, step, Locale.CHINESE))
        .contains("“资源调查”");
    assertThat(texts.title(NoticeKind.CAMPAIGN_STEP_RETURNED, step, Locale.ENGLISH))
        .contains("\"Survey\"");
    String lines =
        texts.lines(
            List.of(
                new NoticeLine(
                    NoticeKind.RESOURCE_WITHDRAWN,
                    texts.written(Map.of("resource", "a", "reason", "b")),
                    "/resources/1")));
    assertThat(
            texts.text(
                NoticeKind.SUBSCRIPTION_DIGEST,
                texts.written(Map.of("events", lines)),
                Locale.ENGLISH))
        .endsWith("\n  http://portal/resources/1")
        .contains("\n- ");
  }

  @Test
  void argumentsAreTextAndNeverPatterns() {
    String arguments = texts.written(Map.of("resource", "a{department}$1\\", "version", "1000"));
    assertThat(texts.title(NoticeKind.RESOURCE_VERSION, arguments, Locale.ENGLISH))
        .isEqualTo("\"a{department}$1\\\" has version 1000");
  }
}
