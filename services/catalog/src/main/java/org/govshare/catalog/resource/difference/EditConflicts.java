package org.govshare.catalog.resource.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares what somebody wants to write with what somebody else has written meanwhile. */
public final class EditConflicts {

  private static final String ORDER = "itemOrder";

  private EditConflicts() {}

  /**
   * Every field in which two states differ.
   *
   * @param base the state from which the writer began, if it is still known
   */
  public static List<EditConflict> between(
      Contents yours, Contents theirs, Optional<Contents> base) {
    Keys keys = new Keys(theirs);
    Map<String, Object> theirFields = keys.flat(theirs);
    Map<String, Object> yourFields = keys.flat(yours);
    Optional<Map<String, Object>> baseFields = base.map(keys::flat);
    TreeSet<String> names = new TreeSet<>(theirFields.keySet());
    names.addAll(yourFields.keySet());
    List<EditConflict> conflicts = new ArrayList<>();
    for (String name : names) {
      if (!isPartOfWholeItem(name, yourFields, theirFields)) {
        compare(name, yourFields.get(name), theirFields.get(name))
            .map(differs -> since(differs, baseFields.map(fields -> fields.get(name)), base))
            .ifPresent(conflicts::add);
      }
    }
    List<String> theirOrder = keys.order(theirs, keys.order(yours));
    List<String> yourOrder = keys.order(yours, theirOrder);
    compare(ORDER, yourOrder, theirOrder)
        .map(differs -> since(differs, base.map(known -> keys.order(known, theirOrder)), base))
        .ifPresent(conflicts::add);
    return conflicts;
  }

  private static Optional<EditConflict> compare(String field, Object yours, Object theirs) {
    return Objects.equals(yours, theirs)
        ? Optional.empty()
        : Optional.of(new EditConflict(field, yours, theirs, null, null));
  }

  private static EditConflict since(
      EditConflict differs, Optional<?> before, Optional<Contents> base) {
    if (base.isEmpty()) {
      return differs;
    }
    Object was = before.orElse(null);
    return new EditConflict(
        differs.field(),
        differs.yours(),
        differs.theirs(),
        was,
        changedBy(differs.yours(), differs.theirs(), was));
  }

  /** A whole item that only one of them has is named once, not field by field. */
  private static boolean isPartOfWholeItem(
      String name, Map<String, Object> yours, Map<String, Object> theirs) {
    if (!name.startsWith("items[")) {
      return false;
    }
    int end = name.endsWith("]") ? -1 : name.lastIndexOf("].");
    String item = end < 0 ? name : name.substring(0, end + 1);
    boolean both = yours.containsKey(item) && theirs.containsKey(item);
    return both == (end < 0);
  }

  private static EditConflict.ChangedBy changedBy(Object yours, Object theirs, Object base) {
    if (Objects.equals(theirs, base)) {
      return EditConflict.ChangedBy.YOU;
    }
    return Objects.equals(yours, base)
        ? EditConflict.ChangedBy.OTHERS
        : EditConflict.ChangedBy.BOTH;
  }

  /** Gives the same item the same key in every state. */
  private static final class Keys {

    private final Contents reference;

    Keys(Contents reference) {
      this.reference = reference;
    }

    Map<String, Object> flat(Contents contents) {
      Map<String, Object> flat = new TreeMap<>(contents.fields());
      List<String> keys = order(contents);
      for (int i = 0; i < keys.size(); i++) {
        String key = "items[" + keys.get(i) + "]";
        Map<String, Object> fields = contents.items().get(i).fields();
        flat.put(key, fields);
        fields.forEach((field, value) -> flat.put(key + "." + field, value));
      }
      return flat;
    }

    /** The keys of all items in their order. */
    List<String> order(Contents contents) {
      ItemMatches matches = new ItemMatches(reference.items(), contents.items());
      Map<Integer, Contents.Item> referenceOf = new HashMap<>();
      for (int i = 0; i < reference.items().size(); i++) {
        if (matches.newOf(i) != null) {
          referenceOf.put(matches.newOf(i), reference.items().get(i));
        }
      }
      List<String> keys = new ArrayList<>();
      for (int i = 0; i < contents.items().size(); i++) {
        Contents.Item item = referenceOf.getOrDefault(i, contents.items().get(i));
        keys.add(item.fieldName() == null ? item.name() : item.fieldName());
      }
      return keys;
    }

    /** The keys of those items that are among others, in their order. */
    List<String> order(Contents contents, List<String> among) {
      return order(contents).stream().filter(among::contains).toList();
    }
  }
}
