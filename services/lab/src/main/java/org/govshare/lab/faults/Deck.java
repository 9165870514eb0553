package org.govshare.lab.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Cards that are shuffled and dealt, so that each comes up equally often. */
final class Deck<T> {

  private final List<T> all;
  private final Random random;
  private final List<T> putBack = new ArrayList<>();
  private final List<T> waiting = new ArrayList<>();

  Deck(List<T> all, Random random) {
    this.all = List.copyOf(all);
    this.random = random;
  }

  /** Each card once. */
  List<T> all() {
    return all;
  }

  /** The next card that fits; those before it wait for their turn. Some card must fit. */
  T deal(Predicate<T> fits) {
    T card = take(putBack, fits);
    if (card == null) {
      card = take(waiting, fits);
    }
    while (card == null) {
      List<T> shuffled = new ArrayList<>(all);
      Collections.shuffle(shuffled, random);
      waiting.addAll(shuffled);
      card = take(waiting, fits);
    }
    return card;
  }

  /** A card that is dealt again before any other. */
  void putBack(T card) {
    putBack.add(card);
  }

  private static <T> T take(List<T> cards, Predicate<T> fits) {
    for (Iterator<T> each = cards.iterator(); each.hasNext(); ) {
      T card = each.next();
      if (fits.test(card)) {
        each.remove();
        return card;
      }
    }
    return null;
  }
}
