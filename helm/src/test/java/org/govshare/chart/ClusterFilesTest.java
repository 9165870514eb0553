package org.govshare.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.govshare.chart.Chart.at;
import static org.govshare.chart.Chart.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests beside the chart: what they list exists, and they fit the chart's examples. */
class ClusterFilesTest {

  private static final Path CLUSTER = Path.of("..", "k8s");

  @ParameterizedTest
  @ValueSource(strings = {"base", "overlays/trial", "overlays/production"})
  void everyFileIsListedOnceAndHoldsNamedObjects(String folder) throws IOException {
    List<String> ids = new ArrayList<>();
    for (Map<String, Object> object : objects(CLUSTER.resolve(folder))) {
      assertThat(object).containsKeys("apiVersion", "kind", "metadata");
      ids.add(
          "%s %s/%s"
              .formatted(
                  object.get("kind"),
                  at(object, "metadata", "namespace"),
                  RenderedChart.name(object)));
    }
    assertThat(ids).doesNotHaveDuplicates().contains("Namespace null/govshare");
    try (var files = Files.list(CLUSTER.resolve(folder))) {
      List<Object> resources =
          new ArrayList<>((List<?>) at(kustomization(CLUSTER.resolve(folder)), "resources"));
      assertThat(files.map(file -> file.getFileName().toString()))
          .allMatch(file -> file.equals("kustomization.yaml") || resources.contains(file));
    }
  }

  @Test
  void platformNamespaceIsRestrictedAndClosed() throws IOException {
    var objects = objects(CLUSTER.resolve("base"));

    assertThat(one(objects, "Namespace", "govshare"))
        .extracting(namespace -> at(namespace, "metadata", "labels"))
        .satisfies(
            labels ->
                assertThat(map(labels))
                    .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
    var deny = one(objects, "NetworkPolicy", "default-deny");
    assertThat(at(deny, "spec", "podSelector")).isEqualTo(Map.of());
    assertThat(at(deny, "spec", "policyTypes")).isEqualTo(List.of("Ingress", "Egress"));
    assertThat(map(deny.get("spec"))).doesNotContainKeys("ingress", "egress");
  }

  @Test
  void trialHasTheNamespacesThatItsExampleTalksTo() throws IOException {
    var objects = objects(CLUSTER.resolve("overlays/trial"));
    var network = at(Chart.yaml(Chart.example("trial")), "global", "network");

    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("database", 5432);
    ports.put("broker", 5672);
    ports.put("identity", 8080);
    ports.forEach(
        (service, port) -> {
          String namespace =
              (String)
                  at(
                      network,
                      service,
                      "peers",
                      0,
                      "namespaceSelector",
                      "matchLabels",
                      "kubernetes.io/metadata.name");
          assertThat(one(objects, "Namespace", namespace)).isNotNull();
          assertThat(objects)
              .filteredOn(
                  object ->
                      "NetworkPolicy".equals(object.get("kind"))
                          && namespace.equals(at(object, "metadata", "namespace")))
              .singleElement()
              .satisfies(
                  policy ->
                      assertThat(at(policy, "spec", "ingress", 1, "ports", 0, "port"))
                          .isEqualTo(port));
        });
  }

  @Test
  void containersOfTheChartFitTheLimitRange() throws IOException {
    var range = one(objects(CLUSTER.resolve("base")), "LimitRange", "containers");
    Object maximum = at(range, "spec", "limits", 0, "max");

    for (Path example : Chart.examples()) {
      for (Map<String, Object> workload : Chart.render(example).workloads()) {
        Object limits = at(RenderedChart.container(workload), "resources", "limits");
        for (String resource : List.of("cpu", "memory", "ephemeral-storage")) {
          assertThat(amount(at(limits, resource)))
              .as("%s %s", RenderedChart.name(workload), resource)
              .isLessThanOrEqualTo(amount(at(maximum, resource)));
        }
      }
    }
  }

  private static Map<String, Object> kustomization(Path folder) {
    return map(Chart.yaml(folder.resolve("kustomization.yaml")));
  }

  private static List<Map<String, Object>> objects(Path folder) throws IOException {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Object resource : (List<?>) kustomization(folder).get("resources")) {
      Path path = folder.resolve((String) resource);
      if (Files.isDirectory(path)) {
        all.addAll(objects(path));
      } else {
        all.addAll(RenderedChart.of(Files.readString(path)).objects());
      }
    }
    return all;
  }

  private static Map<String, Object> one(
      List<Map<String, Object>> objects, String kind, String name) {
    return objects.stream()
        .filter(object -> kind.equals(object.get("kind")))
        .filter(object -> name.equals(RenderedChart.name(object)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
  }

  private static double amount(Object quantity) {
    String text = String.valueOf(quantity);
    Map<String, Double> units =
        Map.of("m", 0.001, "Ki", 1024.0, "Mi", 1048576.0, "Gi", 1073741824.0);
    for (Map.Entry<String, Double> unit : units.entrySet()) {
      if (text.endsWith(unit.getKey())) {
        String number = text.substring(0, text.length() - unit.getKey().length());
        return Double.parseDouble(number) * unit.getValue();
      }
    }
    return Double.parseDouble(text);
  }
}
