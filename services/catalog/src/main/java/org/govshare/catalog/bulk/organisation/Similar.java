package org.govshare.catalog.bulk.organisation;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds the name that was probably meant. */
final class Similar {

  private static final double ENOUGH = 0.4;

  private Similar() {}

  /** The known name that shares most characters with the one written, if that is enough. */
  static Optional<String> to(String written, Collection<String> known) {
    return known.stream()
        .filter(name -> likeness(written, name) >= ENOUGH)
        .max(
            Comparator.<String>comparingDouble(name -> likeness(written, name))
                .thenComparing(Comparator.reverseOrder()));
  }

  private static double likeness(String first, String second) {
    Set<Integer> all = characters(first);
    Set<Integer> others = characters(second);
    Set<Integer> common = new HashSet<>(all);
    common.retainAll(others);
    all.addAll(others);
    return all.isEmpty() ? 0 : (double) common.size() / all.size();
  }

  private static Set<Integer> characters(String text) {
    Set<Integer> characters = new HashSet<>();
    text.codePoints().filter(c -> !Character.isWhitespace(c)).forEach(characters::add);
    return characters;
  }
}
