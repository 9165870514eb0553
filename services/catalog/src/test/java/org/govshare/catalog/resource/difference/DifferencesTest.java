package org.govshare.catalog.resource.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a difference says, and that it says all of it. */
class DifferencesTest {

  private static final List<String> TYPES = List.of("C", "N", "I", "D", "T");
  private static final List<String> SHARING = List.of("UNCONDITIONAL", "CONDITIONAL", "NOT_SHARED");
  private static final List<String> OPENNESS = List.of("OPEN", "ON_REQUEST", "CLOSED");

  private static Contents.Item item(String name, Object... fields) {
    Map<String, Object> all = new HashMap<>(Map.of("name", name, "dataType", "C", "length", 18L));
    for (int i = 0; i < fields.length; i += 2) {
      if (fields[i + 1] == null) {
        all.remove((String) fields[i]);
      } else {
        all.put((String) fields[i], fields[i + 1]);
      }
    }
    return new Contents.Item(UUID.randomUUID(), all);
  }

  private static Contents resource(Contents.Item... items) {
    return new Contents(Map.of("name", "企业", "sourceTable", "enterprise"), List.of(items));
  }

  private static FieldChange onlyChange(Contents.Item before, Contents.Item after) {
    VersionDifference difference = Differences.between(resource(before), resource(after));
    assertThat(difference.fields()).isEmpty();
    assertThat(difference.items()).hasSize(1);
    assertThat(difference.items().getFirst().kind()).isEqualTo(ItemChange.Kind.CHANGED);
    assertThat(difference.items().getFirst().fields()).hasSize(1);
    return difference.items().getFirst().fields().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "dataType, I, N, TYPE_WIDENED",
    "dataType, D, T, TYPE_WIDENED",
    "dataType, T, D, TYPE_CHANGED",
    "dataType, C, N, TYPE_CHANGED",
    "sharingType, UNCONDITIONAL, CONDITIONAL, SHARING_TIGHTENED",
    "sharingType, CONDITIONAL, NOT_SHARED, SHARING_TIGHTENED",
    "sharingType, NOT_SHARED, UNCONDITIONAL, SHARING_LOOSENED",
    "openType, OPEN, CLOSED, CLOSED",
    "openType, CLOSED, ON_REQUEST, OPENED",
    "fieldName, uscc, code, FIELD_RENAMED",
    "fieldName, , code, ",
    "legalBasis, 甲, 乙, ",
  })
  void aChangedFieldSaysWhatItMeans(String field, String before, String after, Effect effect) {
    FieldChange change = onlyChange(item("代码", field, before), item("代码", field, after));
    assertThat(change.field()).isEqualTo(field);
    assertThat(change.before()).isEqualTo(before);
    assertThat(change.after()).isEqualTo(after);
    assertThat(change.effect()).isEqualTo(effect);
  }

  @Test
  void lengthsAreComparedAsRoom() {
    assertThat(onlyChange(item("a", "length", 18L), item("a", "length", 17L)).effect())
        .isEqualTo(Effect.SHORTENED);
    assertThat(onlyChange(item("a", "length", 18L), item("a", "length", 19L)).effect())
        .isEqualTo(Effect.LENGTHENED);
    assertThat(onlyChange(item("a", "length", null), item("a", "length", 19L)).effect())
        .isEqualTo(Effect.SHORTENED);
    assertThat(onlyChange(item("a", "length", 1L), item("a", "length", null)).effect())
        .isEqualTo(Effect.LENGTHENED);
  }

  @Test
  void anItemFromTheSameColumnIsRenamedNotReplaced() {
    FieldChange change =
        onlyChange(item("代码", "fieldName", "uscc"), item("信用代码", "fieldName", "uscc"));
    assertThat(change.effect()).isEqualTo(Effect.RENAMED);
    assertThat(change.effect().breaking()).isFalse();
  }

  @Test
  void whatIsGoneBreaksAndWhatIsNewDoesNot() {
    VersionDifference gone =
        Differences.between(resource(item("a"), item("b")), resource(item("a")));
    assertThat(gone.breaking()).isTrue();
    assertThat(gone.items()).extracting(ItemChange::name).containsExactly("b");
    VersionDifference added =
        Differences.between(resource(item("a")), resource(item("b"), item("a")));
    assertThat(added.breaking()).isFalse();
    assertThat(added.items().getFirst().position()).isZero();
    assertThat(added.order()).isNull();
  }

  @Test
  void anotherTableBreaks() {
    VersionDifference difference =
        Differences.between(
            resource(), new Contents(Map.of("name", "企业", "sourceTable", "ent"), List.of()));
    assertThat(difference.fields().getFirst().effect()).isEqualTo(Effect.SOURCE_CHANGED);
    assertThat(difference.breaking()).isTrue();
  }

  @Test
  void anotherOrderIsToldButDoesNotBreak() {
    VersionDifference difference =
        Differences.between(resource(item("a"), item("b")), resource(item("b"), item("a")));
    assertThat(difference.order()).containsExactly("b", "a");
    assertThat(difference.items()).isEmpty();
    assertThat(difference.breaking()).isFalse();
  }

  @Test
  void numbersAndEmptyValuesAreComparedByWhatTheySay() {
    List<String> fields = List.of("census", "keywords", "rowCount", "items");
    Contents one =
        Contents.of(
            Map.of("census", Map.of("storageGb", 1.50), "keywords", List.of(), "rowCount", 7),
            fields,
            List.of());
    Contents other =
        Contents.of(
            Map.of(
                "census",
                Map.of("storageGb", new java.math.BigDecimal("1.500000")),
                "rowCount",
                7L),
            fields,
            List.of());
    assertThat(one).isEqualTo(other);
    assertThat(one.fields()).containsOnlyKeys("census.storageGb", "rowCount");
  }

  @Test
  void applyingTheDifferenceToTheOldGivesTheNew() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      Contents before = any(random);
      Contents after = random.nextInt(4) == 0 ? any(random) : changed(before, random);
      VersionDifference difference = Differences.between(before, after);
      VersionDifference back = Differences.between(after, before);
      assertThat(plain(applied(before, difference))).as("seed %s", seed).isEqualTo(plain(after));
      assertThat(plain(applied(after, back))).as("seed %s back", seed).isEqualTo(plain(before));
      assertThat(names(difference, ItemChange.Kind.ADDED))
          .as("seed %s", seed)
          .isEqualTo(names(back, ItemChange.Kind.REMOVED));
      assertThat(names(difference, ItemChange.Kind.REMOVED))
          .as("seed %s", seed)
          .isEqualTo(names(back, ItemChange.Kind.ADDED));
      assertThat(Differences.between(after, after))
          .as("seed %s", seed)
          .isEqualTo(new VersionDifference(false, List.of(), List.of(), null));
    }
  }

  private static Set<String> names(VersionDifference difference, ItemChange.Kind kind) {
    Set<String> names = new HashSet<>();
    difference.items().stream()
        .filter(change -> change.kind() == kind)
        .forEach(change -> names.add(change.name()));
    return names;
  }

  private static List<Object> plain(Contents contents) {
    return List.of(
        contents.fields(), contents.items().stream().map(Contents.Item::fields).toList());
  }

  private static Contents any(Random random) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("name", "资源" + random.nextInt(3));
    if (random.nextBoolean()) {
      fields.put("sourceTable", "t" + random.nextInt(3));
    }
    Map<String, Contents.Item> items = new LinkedHashMap<>();
    Set<String> columns = new HashSet<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      Contents.Item item = anyItem(random);
      if (!items.containsKey(item.name())
          && (item.fieldName() == null || columns.add(item.fieldName()))) {
        items.put(item.name(), item);
      }
    }
    return new Contents(fields, List.copyOf(items.values()));
  }

  private static Contents.Item anyItem(Random random) {
    return item(
        "项" + random.nextInt(12),
        "fieldName",
        random.nextInt(3) == 0 ? null : "f" + random.nextInt(12),
        "dataType",
        TYPES.get(random.nextInt(TYPES.size())),
        "length",
        random.nextInt(3) == 0 ? null : (Object) (long) random.nextInt(1, 50),
        "sharingType",
        SHARING.get(random.nextInt(3)),
        "openType",
        OPENNESS.get(random.nextInt(3)));
  }

  private static Contents changed(Contents before, Random random) {
    List<Contents.Item> items = new ArrayList<>(any(random).items());
    Set<String> names = new HashSet<>();
    Set<String> columns = new HashSet<>();
    List<Contents.Item> mixed = new ArrayList<>();
    Stream.concat(before.items().stream().filter(item -> random.nextInt(4) > 0), items.stream())
        .filter(item -> names.add(item.name()))
        .filter(item -> item.fieldName() == null || columns.add(item.fieldName()))
        .forEach(mixed::add);
    if (random.nextBoolean()) {
      mixed.sort(Comparator.comparing(Contents.Item::name));
    }
    return new Contents(random.nextBoolean() ? before.fields() : any(random).fields(), mixed);
  }

  /** Does to a state what a difference says, knowing nothing but that. */
  private static Contents applied(Contents before, VersionDifference difference) {
    Map<String, Object> fields = new HashMap<>(before.fields());
    apply(difference.fields(), fields);
    Map<UUID, ItemChange> changes = new HashMap<>();
    difference.items().stream()
        .filter(change -> change.beforeId() != null)
        .forEach(change -> changes.put(change.beforeId(), change));
    List<Contents.Item> items = new ArrayList<>();
    for (Contents.Item old : before.items()) {
      ItemChange change = changes.get(old.id());
      if (change == null) {
        items.add(old);
      } else if (change.kind() == ItemChange.Kind.CHANGED) {
        Map<String, Object> changed = new HashMap<>(old.fields());
        apply(change.fields(), changed);
        items.add(new Contents.Item(old.id(), changed));
      }
    }
    if (difference.order() != null) {
      items.sort(Comparator.comparing(item -> difference.order().indexOf(item.name())));
    }
    difference.items().stream()
        .filter(change -> change.kind() == ItemChange.Kind.ADDED)
        .sorted(Comparator.comparing(ItemChange::position))
        .forEach(change -> items.add(change.position(), new Contents.Item(null, change.item())));
    return new Contents(fields, items);
  }

  private static void apply(List<FieldChange> changes, Map<String, Object> fields) {
    for (FieldChange change : changes) {
      assertThat(Objects.equals(change.before(), fields.get(change.field()))).isTrue();
      if (change.after() == null) {
        fields.remove(change.field());
      } else {
        fields.put(change.field(), change.after());
      }
    }
  }
}
