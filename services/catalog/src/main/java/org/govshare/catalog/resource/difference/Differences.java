package org.govshare.catalog.resource.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Compares two states of a resource. */
public final class Differences {

  private Differences() {}

  /** What has to be done to an old state to get a new one. */
  public static VersionDifference between(Contents before, Contents after) {
    List<FieldChange> fields = changes(before.fields(), after.fields(), Effects::ofResource);
    ItemMatches matches = new ItemMatches(before.items(), after.items());
    List<ItemChange> items = new ArrayList<>();
    for (int i = 0; i < before.items().size(); i++) {
      Contents.Item old = before.items().get(i);
      Integer position = matches.newOf(i);
      if (position == null) {
        items.add(removed(old));
      } else {
        changed(old, after.items().get(position), items);
      }
    }
    for (int i = 0; i < after.items().size(); i++) {
      if (!matches.wasThere(i)) {
        items.add(added(after.items().get(i), i));
      }
    }
    return new VersionDifference(
        fields.stream().anyMatch(FieldChange::breaking)
            || items.stream().anyMatch(ItemChange::breaking),
        fields,
        items,
        matches.reordered() ? after.items().stream().map(Contents.Item::name).toList() : null);
  }

  private static void changed(Contents.Item old, Contents.Item now, List<ItemChange> into) {
    List<FieldChange> fields = changes(old.fields(), now.fields(), Effects::ofItem);
    if (!fields.isEmpty()) {
      into.add(
          new ItemChange(
              ItemChange.Kind.CHANGED,
              now.name(),
              now.fieldName(),
              old.id(),
              now.id(),
              null,
              null,
              fields,
              fields.stream().anyMatch(FieldChange::breaking)));
    }
  }

  private static ItemChange removed(Contents.Item item) {
    return new ItemChange(
        ItemChange.Kind.REMOVED,
        item.name(),
        item.fieldName(),
        item.id(),
        null,
        null,
        item.fields(),
        List.of(),
        true);
  }

  private static ItemChange added(Contents.Item item, int position) {
    return new ItemChange(
        ItemChange.Kind.ADDED,
        item.name(),
        item.fieldName(),
        null,
        item.id(),
        position,
        item.fields(),
        List.of(),
        false);
  }

  private static List<FieldChange> changes(
      Map<String, Object> before, Map<String, Object> after, EffectOf effects) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(before.get(name), after.get(name)))
        .map(
            name ->
                new FieldChange(
                    name,
                    before.get(name),
                    after.get(name),
                    effects.of(name, before.get(name), after.get(name))))
        .toList();
  }

  private interface EffectOf {
    Effect of(String field, Object before, Object after);
  }
}
