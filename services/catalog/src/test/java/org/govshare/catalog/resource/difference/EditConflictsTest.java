package org.govshare.catalog.resource.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.catalog.resource.difference.EditConflict.ChangedBy;
import org.junit.jupiter.api.Test;

/** What a writer who comes too late is told. */
class EditConflictsTest {

  private static Contents resource(String name, String summary, Contents.Item... items) {
    return new Contents(Map.of("name", name, "abstract", summary), List.of(items));
  }

  private static Contents.Item item(String name, String column, long length) {
    return new Contents.Item(null, Map.of("name", name, "fieldName", column, "length", length));
  }

  @Test
  void eachFieldSaysWhoChangedIt() {
    Contents base = resource("旧", "旧摘要", item("代码", "uscc", 18));
    Contents theirs = resource("新", "旧摘要", item("代码", "uscc", 20));
    Contents yours = resource("旧", "新摘要", item("代码", "uscc", 30));
    assertThat(EditConflicts.between(yours, theirs, Optional.of(base)))
        .containsExactly(
            new EditConflict("abstract", "新摘要", "旧摘要", "旧摘要", ChangedBy.YOU),
            new EditConflict("items[uscc].length", 30L, 20L, 18L, ChangedBy.BOTH),
            new EditConflict("name", "旧", "新", "旧", ChangedBy.OTHERS));
  }

  @Test
  void withoutTheBaseOnlyTheTwoSidesAreTold() {
    assertThat(EditConflicts.between(resource("甲", "x"), resource("乙", "x"), Optional.empty()))
        .containsExactly(new EditConflict("name", "甲", "乙", null, null));
  }

  @Test
  void aWholeItemIsNamedOnce() {
    Contents.Item code = item("代码", "uscc", 18);
    Contents.Item address = item("住所", "address", 100);
    assertThat(
            EditConflicts.between(
                resource("a", "b", code, address),
                resource("a", "b", code),
                Optional.of(resource("a", "b", code))))
        .containsExactly(
            new EditConflict("items[address]", address.fields(), null, null, ChangedBy.YOU));
  }

  @Test
  void aRenamedItemIsStillTheSame() {
    assertThat(
            EditConflicts.between(
                resource("a", "b", item("信用代码", "uscc", 18)),
                resource("a", "b", item("代码", "uscc", 18)),
                Optional.empty()))
        .containsExactly(new EditConflict("items[uscc].name", "信用代码", "代码", null, null));
  }

  @Test
  void anotherOrderIsAConflictToo() {
    Contents.Item one = item("一", "one", 1);
    Contents.Item two = item("二", "two", 2);
    assertThat(
            EditConflicts.between(
                resource("a", "b", two, one),
                resource("a", "b", one, two),
                Optional.of(resource("a", "b", one, two))))
        .containsExactly(
            new EditConflict(
                "itemOrder",
                List.of("two", "one"),
                List.of("one", "two"),
                List.of("one", "two"),
                ChangedBy.YOU));
  }

  @Test
  void nothingDiffersFromItself() {
    Contents same = resource("a", "b", item("一", "one", 1));
    assertThat(EditConflicts.between(same, same, Optional.of(resource("x", "y")))).isEmpty();
  }
}
