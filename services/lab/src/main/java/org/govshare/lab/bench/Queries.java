package org.govshare.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.govshare.lab.catalogue.SyntheticCatalogue;
import org.govshare.lab.catalogue.SyntheticResource;

/**
 * What the clients look for: parts of two to six characters of names, of items' names and of
 * keywords, chosen at random with a seed. Service and baseline draw from the same list.
 */
final class Queries {

  private static final int DIFFERENT = 2_000;

  private final List<String> words = new ArrayList<>();

  Queries(SyntheticCatalogue catalogue, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int every = Math.max(1, catalogue.resources() / DIFFERENT);
    int[] number = {0};
    catalogue.forEach(
        resource -> {
          if (number[0]++ % every == 0) {
            words.add(part(text(resource, random), random));
          }
        });
  }

  private static String text(SyntheticResource resource, SplittableRandom random) {
    int which = random.nextInt(10);
    if (which < 5) {
      return resource.name();
    }
    return which < 9
        ? resource.items().get(random.nextInt(resource.items().size())).name()
        : resource.keywords().getLast();
  }

  private static String part(String text, SplittableRandom random) {
    int length = Math.min(text.length(), 2 + random.nextInt(5));
    int start = random.nextInt(text.length() - length + 1);
    return text.substring(start, start + length);
  }

  String pick(SplittableRandom random) {
    return words.get(random.nextInt(words.size()));
  }
}
