package org.govshare.platform.reactive.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.govshare.platform.problem.InvalidInput;
import org.junit.jupiter.api.Test;

class PageRequestTest {

  @Test
  void absentParametersHaveDefaults() {
    assertEquals(new PageRequest(0, 20), PageRequest.of(null, null));
  }

  @Test
  void thePageBeginsAfterThoseBefore() {
    assertEquals(75, PageRequest.of(3, 25).offset());
  }

  @Test
  void pagesAreBounded() {
    assertRefused("size", -1, 0);
    assertRefused("size", 0, 101);
    assertRefused("page", -1, 20);
    assertRefused("page", 100_001, 20);
  }

  private static void assertRefused(String field, int page, int size) {
    InvalidInput refusal = assertThrows(InvalidInput.class, () -> new PageRequest(page, size));
    assertEquals(field, refusal.errors().get(refusal.errors().size() - 1).field());
  }

  @Test
  void aPageOfSomethingElseKeepsItsPlace() {
    Page<String> page = Page.of(List.of(1, 2), 12, new PageRequest(5, 2)).map(String::valueOf);
    assertEquals(new Page<>(List.of("1", "2"), 12, 5, 2), page);
  }
}
