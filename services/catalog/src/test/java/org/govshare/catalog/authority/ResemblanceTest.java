package org.govshare.catalog.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.junit.jupiter.api.Test;

/** The comparison by index finds what holding every name against every other finds. */
@QuarkusTest
class ResemblanceTest extends CatalogTest {

  private static final long SEED = 20_261_122L;
  private static final String ALPHABET = "鼋鼍蛟螭虬夔麒麟貔貅";
  private static final double THRESHOLD = 0.75;

  @Inject AgroalDataSource database;

  @Test
  void nothingAboveTheThresholdIsMissed() throws InterruptedException, SQLException {
    Random random = new Random(SEED);
    List<String> byGs = names(random);
    List<String> byMz = byGs.stream().map(name -> changed(random, name)).distinct().toList();
    publish("相似一", true, byGs);
    publish("相似二", false, byMz);
    compare();

    Set<String> all = new TreeSet<>(byGs);
    all.addAll(byMz);
    Set<String> expected = new TreeSet<>();
    for (String one : all) {
      for (String other : all) {
        boolean twoDepartments =
            (byGs.contains(one) && byMz.contains(other))
                || (byMz.contains(one) && byGs.contains(other));
        if (one.compareTo(other) < 0 && twoDepartments && dice(one, other) >= THRESHOLD) {
          expected.add(one + " " + other);
        }
      }
    }

    assertThat(expected).as("seed %d", SEED).hasSizeGreaterThan(20);
    assertThat(found()).as("seed %d", SEED).isEqualTo(expected);
  }

  private static List<String> names(Random random) {
    return IntStream.range(0, 60)
        .mapToObj(i -> word(random, 4 + random.nextInt(8)))
        .distinct()
        .toList();
  }

  private static String word(Random random, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return word.toString();
  }

  private static String changed(Random random, String name) {
    int at = random.nextInt(name.length());
    return switch (random.nextInt(3)) {
      case 0 -> name + word(random, 1);
      case 1 -> name.substring(0, at) + word(random, 1) + name.substring(at + 1);
      default -> name.substring(1);
    };
  }

  private static double dice(String one, String other) {
    Set<String> common = pairs(one);
    int size = common.size() + pairs(other).size();
    common.retainAll(pairs(other));
    return 2.0 * common.size() / size;
  }

  private static Set<String> pairs(String name) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < name.length(); i++) {
      pairs.add(name.substring(i, i + 2));
    }
    return pairs;
  }

  private static void publish(String name, boolean gs, List<String> itemNames) {
    String[] items =
        IntStream.range(0, itemNames.size())
            .mapToObj(i -> Bodies.item(itemNames.get(i), "f" + i))
            .toArray(String[]::new);
    String body = Bodies.resourceIn(name, "对比", "020100", items);
    if (gs) {
      published(GS_EDITOR, GS_REVIEWER, body);
    } else {
      published(MZ_EDITOR, MZ_REVIEWER, body);
    }
  }

  private static void compare() throws InterruptedException {
    String job = id(post(PUBLISHER, "/authority/comparisons", ""));
    for (int i = 0; i < 600; i++) {
      String state = ok(get(PUBLISHER, "/jobs/" + job)).path("state");
      if ("DONE".equals(state)) {
        return;
      }
      assertThat(state).isNotEqualTo("FAILED");
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("the comparison does not end");
  }

  private Set<String> found() throws SQLException {
    Set<String> found = new TreeSet<>();
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select key_a, key_b from authority_candidate"
                    + " where key_a ~ ? and key_b ~ ? and key_a <> key_b")) {
      query.setString(1, "^[" + ALPHABET + "]+$");
      query.setString(2, "^[" + ALPHABET + "]+$");
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          List<String> pair = new ArrayList<>(List.of(row.getString(1), row.getString(2)));
          pair.sort(null);
          found.add(pair.get(0) + " " + pair.get(1));
        }
      }
    }
    return found;
  }
}
