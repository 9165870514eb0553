package org.govshare.lab.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.govshare.lab.fixture.Part;

/**
 * The faults of a campaign, from a seed: the same seed gives the same faults. Kinds are dealt like
 * cards, so that each comes up equally often.
 */
final class FaultPlan {

  private static final int LONGEST_DELAY_MILLIS = 60;
  private static final int LONGEST_DOWN_MILLIS = 1_500;

  private final Random random;
  private final Deque<Part> deck = new ArrayDeque<>();

  FaultPlan(long seed) {
    random = new Random(seed);
  }

  /** The next faults, in the order of the progress at which they strike. */
  List<Fault> next(int count) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      faults.add(
          new Fault(
              part(),
              0.05 + 0.85 * random.nextDouble(),
              random.nextInt(LONGEST_DELAY_MILLIS),
              random.nextInt(LONGEST_DOWN_MILLIS)));
    }
    faults.sort(Comparator.comparingDouble(Fault::progress));
    return faults;
  }

  /** A seed for whatever else a round decides by chance. */
  long seed() {
    return random.nextLong();
  }

  private Part part() {
    if (deck.isEmpty()) {
      List<Part> parts = new ArrayList<>(List.of(Part.values()));
      Collections.shuffle(parts, random);
      deck.addAll(parts);
    }
    return deck.pop();
  }
}
