package org.govshare.catalog.resource.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Which item of one state is which of another: the one from the same column, else the one of the
 * same name. Both are unique within a resource.
 */
final class ItemMatches {

  private final Map<Integer, Integer> newOfOld = new LinkedHashMap<>();
  private final Set<Integer> matchedNew = new HashSet<>();

  ItemMatches(List<Contents.Item> before, List<Contents.Item> after) {
    match(before, after, Contents.Item::fieldName);
    match(before, after, Contents.Item::name);
  }

  private void match(
      List<Contents.Item> before,
      List<Contents.Item> after,
      Function<Contents.Item, String> property) {
    Map<String, Integer> waiting = new HashMap<>();
    for (int i = 0; i < after.size(); i++) {
      String key = property.apply(after.get(i));
      if (key != null && !matchedNew.contains(i)) {
        waiting.putIfAbsent(key, i);
      }
    }
    for (int i = 0; i < before.size(); i++) {
      if (newOfOld.containsKey(i)) {
        continue;
      }
      Integer found = waiting.remove(property.apply(before.get(i)));
      if (found != null) {
        newOfOld.put(i, found);
        matchedNew.add(found);
      }
    }
  }

  /** Position in the new state of an item of the old one, or {@code null} if it is gone. */
  Integer newOf(int old) {
    return newOfOld.get(old);
  }

  /** Whether an item of the new state was in the old one. */
  boolean wasThere(int position) {
    return matchedNew.contains(position);
  }

  /** Whether the items that stayed stand in another order among themselves. */
  boolean reordered() {
    List<Integer> stayed =
        newOfOld.keySet().stream().sorted().map(newOfOld::get).filter(Objects::nonNull).toList();
    List<Integer> sorted = new ArrayList<>(stayed);
    sorted.sort(null);
    return !sorted.equals(stayed);
  }
}
