package org.govshare.standalone.demodata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CitizenNumberTest {

  /** The worked examples of GB 11643-1999. */
  @Test
  void acceptsTheStandardsExamples() {
    assertTrue(CitizenNumber.isValid("11010519491231002X"));
    assertTrue(CitizenNumber.isValid("440524188001010014"));
  }

  @Test
  void refusesAWrongCheckCharacter() {
    assertFalse(CitizenNumber.isValid("110105194912310021"));
    assertFalse(CitizenNumber.isValid("11010519491231002x"));
    assertFalse(CitizenNumber.isValid("1101051949123100"));
  }

  @Test
  void putsTheDateAndSequenceInTheirPlaces() {
    String number = CitizenNumber.of(LocalDate.of(1984, 2, 29), 7);

    assertEquals("13999919840229007", number.substring(0, 17));
    assertTrue(CitizenNumber.isValid(number));
  }
}
