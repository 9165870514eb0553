package org.govshare.portal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdTest {

  @Test
  void identifiersDiffer() {
    assertNotEquals(SessionId.random(), SessionId.random());
  }

  @Test
  void itsHashHas32Bytes() {
    assertEquals(32, SessionId.random().hash().length);
  }

  @Test
  void itIsNotWrittenToLogs() {
    assertEquals("session", SessionId.random().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "'; drop table session; --",
        "=========================================="
      })
  void anythingElseIsRefused(String value) {
    assertThrows(IllegalArgumentException.class, () -> new SessionId(value));
  }
}
