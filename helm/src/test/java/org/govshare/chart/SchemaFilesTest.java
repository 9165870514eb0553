package org.govshare.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.govshare.chart.Chart.HOME;
import static org.govshare.chart.Chart.map;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas themselves: JSON is YAML, so the same parser reads them. */
class SchemaFilesTest {

  static List<Path> schemas() {
    return Stream.concat(
            Stream.of(HOME),
            Stream.of("catalog", "exchange", "monitoring", "portal", "node")
                .map(HOME.resolve("charts")::resolve))
        .map(chart -> chart.resolve("values.schema.json"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyObjectWithNamedPropertiesRefusesOthers(Path schema) {
    refusesOthers(schema.toString(), Chart.yaml(schema));
  }

  /** A schema cannot refer to another chart's file, so equal definitions are kept equal here. */
  @Test
  void sameDefinitionMeansTheSameEverywhere() {
    Map<String, Object> seen = new HashMap<>();
    for (Path schema : schemas()) {
      map(Chart.at(Chart.yaml(schema), "$defs"))
          .forEach(
              (name, definition) ->
                  assertThat(definition)
                      .as("definition %s of %s", name, schema)
                      .isEqualTo(seen.computeIfAbsent(name, any -> definition)));
    }
    assertThat(seen).containsKeys("image", "credentials", "peer", "settings");
  }

  private static void refusesOthers(String where, Object node) {
    if (node instanceof Map<?, ?> schema) {
      if ("object".equals(schema.get("type"))
          && schema.containsKey("properties")
          && !isCheckedBySubChart(where)) {
        assertThat(schema.get("additionalProperties")).as(where).isEqualTo(false);
      }
      schema.forEach((key, value) -> refusesOthers(where + "/" + key, value));
    } else if (node instanceof List<?> list) {
      list.forEach(value -> refusesOthers(where + "[]", value));
    }
  }

  private static boolean isCheckedBySubChart(String where) {
    return where.matches(
        "govshare/values\\.schema\\.json/properties/(catalog|exchange|monitoring|portal|node)");
  }
}
