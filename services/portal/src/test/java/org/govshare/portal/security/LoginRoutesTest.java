package org.govshare.portal.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginRoutesTest {

  @ParameterizedTest
  @CsvSource({"/", "/catalog?q=1&page=2", "/exchange/runs/1#receipts"})
  void pagesOfThePortalAreKept(String path) {
    assertEquals(path, LoginRoutes.localPath(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "catalog",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "https://elsewhere.example",
        "/a\r\nSet-Cookie: x=1",
        "/logout",
        "/login?return=/"
      })
  void anythingElseBecomesTheFirstPage(String path) {
    assertEquals("/", LoginRoutes.localPath(path));
  }
}
