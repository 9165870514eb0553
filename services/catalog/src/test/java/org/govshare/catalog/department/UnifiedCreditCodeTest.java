package org.govshare.catalog.department;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The check character of GB 32100. */
class UnifiedCreditCodeTest {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @Test
  void theStandardsExampleIsValid() {
    assertThat(UnifiedCreditCode.valid("91350100M000100Y43")).isTrue();
  }

  @Test
  void nothingElseIsACode() {
    for (String text :
        List.of(
            "",
            "91350100M000100Y4",
            "91350100M000100Y433",
            "91350100M000100Y44",
            "91350100m000100y43",
            "I1350100M000100Y43",
            "9135010OM000100Y43",
            "91350100M000100Y4 ")) {
      assertThat(UnifiedCreditCode.valid(text)).as(text).isFalse();
    }
    assertThat(UnifiedCreditCode.valid(null)).isFalse();
  }

  @Test
  void everyWrongCharacterIsNoticed() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder code = new StringBuilder();
      for (int j = 0; j < 17; j++) {
        code.append(ALPHABET.charAt(random.nextInt(31)));
      }
      code.append(UnifiedCreditCode.checkCharacter(code.toString()));
      assertThat(UnifiedCreditCode.valid(code.toString())).as("seed " + seed).isTrue();
      int at = random.nextInt(18);
      char other =
          ALPHABET.charAt((ALPHABET.indexOf(code.charAt(at)) + 1 + random.nextInt(30)) % 31);
      code.setCharAt(at, other);
      assertThat(UnifiedCreditCode.valid(code.toString())).as("seed " + seed).isFalse();
    }
  }
}
