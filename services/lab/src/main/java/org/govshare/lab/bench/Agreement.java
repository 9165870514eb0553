package org.govshare.lab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.SplittableRandom;
import org.govshare.lab.fixture.CatalogBed;

/** Makes sure that service and baseline do the same work before they are compared. */
final class Agreement {

  private static final int SAMPLES = 50;

  private Agreement() {}

  /** Compares how many rows each finds for some words: the hits, and the counts above zero. */
  static void check(CatalogBed bed, Queries queries) throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    ObjectMapper json = new ObjectMapper();
    String token = bed.token();
    try (SqlAsker baseline = new SqlAsker(bed.connect())) {
      for (int i = 0; i < SAMPLES; i++) {
        String word = queries.pick(random);
        int total = baseline.total(word);
        JsonNode answer = json.readTree(bed.get(SearchPage.path(word), token).body());
        if (answer.path("total").asInt() != total) {
          throw new IllegalStateException(
              "'%s' is found %s times by the service, %d times by SQL"
                  .formatted(word, answer.path("total"), total));
        }
      }
    }
  }
}
