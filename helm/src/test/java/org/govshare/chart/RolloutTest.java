package org.govshare.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.govshare.chart.Chart.at;
import static org.govshare.chart.Chart.maps;
import static org.govshare.chart.RenderedChart.container;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which image runs, how many pods, and how one release follows another. */
class RolloutTest {

  @Test
  void digestWinsOverTag() {
    assertThat(image("production", "{}", "catalog"))
        .isEqualTo("registry.example.gov.cn/govshare/catalog@sha256:" + "1".repeat(64));
  }

  @Test
  void tagIsUsedWithoutDigest() {
    assertThat(image("production", "{catalog: {image: {digest: ''}}}", "catalog"))
        .isEqualTo("registry.example.gov.cn/govshare/catalog:0.1.0");
  }

  @Test
  void versionOfTheChartIsUsedWithoutTag() {
    Object version = at(Chart.yaml(Chart.HOME.resolve("Chart.yaml")), "appVersion");

    assertThat(image("trial", "{}", "portal")).isEqualTo("govshare/portal:" + version);
  }

  @ParameterizedTest
  @MethodSource("org.govshare.chart.Chart#examples")
  void updatesAndDrainsKeepTheServiceUp(Path example) {
    var chart = Chart.render(example);

    for (String service : Chart.SERVICES) {
      var deployment = chart.one("Deployment", service);
      assertThat(at(deployment, "spec", "strategy", "rollingUpdate"))
          .as(service)
          .isEqualTo(Map.of("maxUnavailable", 0, "maxSurge", 1));
      assertThat(at(chart.one("PodDisruptionBudget", service), "spec", "maxUnavailable"))
          .as(service)
          .isEqualTo(1);
      assertThat(
              maps(at(deployment, "spec", "template", "spec", "topologySpreadConstraints")).stream()
                  .map(constraint -> constraint.get("topologyKey")))
          .as(service)
          .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
      assertThat(at(container(deployment), "lifecycle", "preStop", "sleep", "seconds"))
          .as(service)
          .isEqualTo(5);
    }
  }

  @Test
  void replicasAreThoseOfTheValues() {
    var chart = Chart.render(Chart.example("production"));

    assertThat(at(chart.one("Deployment", "catalog"), "spec", "replicas")).isEqualTo(3);
    assertThat(at(chart.one("Deployment", "portal"), "spec", "replicas")).isEqualTo(2);
  }

  @Test
  void newSettingsMakeNewPods() {
    var before = Chart.render(Chart.example("trial"));
    var same = Chart.render(Chart.example("trial"));
    var after = Chart.render("trial", "{catalog: {settings: {QUARKUS_LOG_LEVEL: DEBUG}}}");

    assertThat(checksum(same, "catalog")).isNotNull().isEqualTo(checksum(before, "catalog"));
    assertThat(checksum(after, "catalog")).isNotEqualTo(checksum(before, "catalog"));
    assertThat(checksum(after, "exchange")).isEqualTo(checksum(before, "exchange"));
  }

  @Test
  void metricsAreScrapedOnlyWhereAsked() {
    assertThat(Chart.render(Chart.example("trial")).ofKind("ServiceMonitor")).isEmpty();
    var chart = Chart.render(Chart.example("production"));
    for (String service : Chart.SERVICES) {
      var monitor = chart.one("ServiceMonitor", service);
      assertThat(at(monitor, "metadata", "labels", "release")).isEqualTo("prometheus");
      assertThat(at(monitor, "spec", "endpoints", 0))
          .isEqualTo(Map.of("port", "http", "path", "/q/metrics", "interval", "30s"));
      assertThat(at(monitor, "spec", "selector", "matchLabels"))
          .isEqualTo(at(chart.one("Service", service), "spec", "selector"));
    }
  }

  private static String image(String example, String changed, String service) {
    return (String)
        container(Chart.render(example, changed).one("Deployment", service)).get("image");
  }

  private static Object checksum(RenderedChart chart, String service) {
    return at(
        chart.one("Deployment", service),
        "spec",
        "template",
        "metadata",
        "annotations",
        "checksum/config");
  }
}
