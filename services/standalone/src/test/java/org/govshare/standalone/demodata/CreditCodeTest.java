package org.govshare.standalone.demodata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CreditCodeTest {

  /** The worked example of GB 32100-2015, annex A. */
  @Test
  void acceptsTheStandardsExample() {
    assertTrue(CreditCode.isValid("91350100M000100Y43"));
  }

  @Test
  void refusesOneWrongCharacter() {
    String code = CreditCode.of('9', '1', "130100", 4711);

    assertTrue(CreditCode.isValid(code));
    for (int i = 0; i < code.length(); i++) {
      char wrong = code.charAt(i) == '7' ? '8' : '7';
      assertFalse(CreditCode.isValid(code.substring(0, i) + wrong + code.substring(i + 1)));
    }
    assertFalse(CreditCode.isValid(code.replace('9', 'I')));
    assertFalse(CreditCode.isValid(code.substring(1)));
  }

  @Test
  void givesEachSerialACodeOfItsOwn() {
    Set<String> codes = new HashSet<>();
    for (int serial = 0; serial < 100_000; serial++) {
      codes.add(CreditCode.of('9', '1', "130100", serial));
    }

    assertEquals(100_000, codes.size());
    assertTrue(codes.stream().allMatch(CreditCode::isValid));
  }

  @Test
  void refusesASerialThatDoesNotFit() {
    assertThrows(
        IllegalArgumentException.class, () -> CreditCode.of('9', '1', "130100", 887_503_681L));
  }
}
