package org.govshare.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of values in the chart's README is whole and holds nothing else. */
class ReadmeTest {

  private static final Set<String> SHARED_BY_SERVICES =
      Set.of(
          "enabled",
          "replicas",
          "image",
          "jvmOptions",
          "resources",
          "database",
          "broker",
          "settings",
          "priorityClassName",
          "nodeSelector",
          "tolerations");

  private final Set<String> documented = documented();

  @Test
  void everySharedValueIsInTheTable() {
    Set<String> keys = new TreeSet<>();
    paths("global", Chart.at(Chart.yaml(Chart.HOME.resolve("values.yaml")), "global"), keys);

    assertThat(documented).containsAll(keys);
  }

  @ParameterizedTest
  @ValueSource(strings = {"catalog", "exchange", "monitoring", "portal", "node"})
  void everyValueOfAServiceIsInTheTable(String service) {
    Set<String> keys = values(service);

    assertThat(keys).isNotEmpty();
    assertThat(documented).containsAll(keys);
  }

  @Test
  void nothingInTheTableIsUnknown() {
    Set<String> known = new TreeSet<>();
    paths("global", Chart.at(Chart.yaml(Chart.HOME.resolve("values.yaml")), "global"), known);
    for (String service : List.of("catalog", "exchange", "portal", "node")) {
      known.addAll(values(service));
    }
    known.add("node.enabled");

    assertThat(known).containsAll(documented);
  }

  private static Set<String> values(String service) {
    Set<String> keys = new TreeSet<>();
    Chart.map(Chart.yaml(Chart.HOME.resolve("charts/" + service + "/values.yaml")))
        .forEach(
            (key, value) ->
                paths(
                    (SHARED_BY_SERVICES.contains(key) ? "<service>" : service) + "." + key,
                    value,
                    keys));
    return keys;
  }

  private static void paths(String path, Object value, Set<String> into) {
    if (value instanceof Map<?, ?> map && !map.isEmpty() && !path.endsWith(".resources")) {
      map.forEach((key, child) -> paths(path + "." + key, child, into));
    } else {
      into.add(path);
    }
  }

  private static Set<String> documented() {
    try {
      Set<String> found = new TreeSet<>();
      var row = Pattern.compile("^\\| `([^`]+)` \\|");
      for (String line : Files.readAllLines(Path.of("govshare", "README.md"))) {
        var matcher = row.matcher(line);
        if (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
