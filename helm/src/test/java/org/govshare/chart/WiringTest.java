package org.govshare.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.govshare.chart.Chart.at;
import static org.govshare.chart.Chart.map;
import static org.govshare.chart.Chart.maps;
import static org.govshare.chart.RenderedChart.container;
import static org.govshare.chart.RenderedChart.name;
import static org.govshare.chart.RenderedChart.podLabels;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects that refer to each other do so by names and labels that exist. */
class WiringTest {

  private static final Map<String, Integer> PORTS =
      Map.of("portal", 8080, "catalog", 8081, "exchange", 8082, "monitoring", 8083);

  @ParameterizedTest
  @MethodSource("org.govshare.chart.Chart#examples")
  void namesAreUniqueAndOfThisRelease(Path example) {
    var objects = Chart.render(example).objects();

    assertThat(objects.stream().map(object -> object.get("kind") + "/" + name(object)))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.contains("/" + Chart.RELEASE + "-"));
    assertThat(objects)
        .allSatisfy(
            object -> {
              assertThat(at(object, "metadata", "labels", "app.kubernetes.io/instance"))
                  .isEqualTo(Chart.RELEASE);
              assertThat(at(object, "metadata", "labels", "app.kubernetes.io/part-of"))
                  .isEqualTo("govshare");
            });
  }

  @ParameterizedTest
  @MethodSource("org.govshare.chart.Chart#examples")
  void selectorsSelectThePodsOfTheirServiceAndNoOther(Path example) {
    var chart = Chart.render(example);

    for (String service : Chart.SERVICES) {
      List<Object> selectors =
          List.of(
              at(chart.one("Deployment", service), "spec", "selector", "matchLabels"),
              at(chart.one("Service", service), "spec", "selector"),
              at(chart.one("PodDisruptionBudget", service), "spec", "selector", "matchLabels"),
              at(chart.one("NetworkPolicy", service), "spec", "podSelector", "matchLabels"));
      for (Object selector : selectors) {
        assertThat(
                chart.workloads().stream()
                    .filter(w -> podLabels(w).entrySet().containsAll(map(selector).entrySet()))
                    .map(RenderedChart::name))
            .as("%s selects", selector)
            .containsExactly(Chart.RELEASE + "-" + service);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.govshare.chart.Chart#examples")
  void portsAreTheServicesOwnAndCalledByName(Path example) {
    var chart = Chart.render(example);

    PORTS.forEach(
        (service, port) -> {
          assertThat(maps(container(chart.one("Deployment", service)).get("ports")))
              .containsExactly(Map.of("name", "http", "containerPort", port, "protocol", "TCP"));
          assertThat(maps(at(chart.one("Service", service), "spec", "ports")))
              .containsExactly(
                  Map.of("name", "http", "port", port, "targetPort", "http", "protocol", "TCP"));
          assertThat(at(chart.one("ConfigMap", service), "data", "QUARKUS_HTTP_PORT"))
              .isEqualTo(String.valueOf(port));
        });
  }

  @Test
  void portalCallsTheServicesOfItsRelease() {
    var chart = Chart.render(Chart.example("trial"));

    for (String service : List.of("catalog", "exchange", "monitoring")) {
      String address =
          (String)
              at(
                  chart.one("ConfigMap", "portal"),
                  "data",
                  "GOVSHARE_PORTAL_" + service.toUpperCase(Locale.ROOT) + "_URL");
      assertThat(address)
          .isEqualTo(
              "http://%s:%s"
                  .formatted(
                      name(chart.one("Service", service)),
                      at(chart.one("Service", service), "spec", "ports", 0, "port")));
    }
  }

  @Test
  void environmentSaysWhereTheOthersAre() {
    var trial = map(Chart.render(Chart.example("trial")).one("ConfigMap", "catalog").get("data"));

    assertThat(trial)
        .containsEntry(
            "QUARKUS_DATASOURCE_REACTIVE_URL",
            "postgresql://postgresql.govshare-data.svc:5432/catalog?sslmode=disable")
        .containsEntry(
            "QUARKUS_DATASOURCE_JDBC_URL",
            "jdbc:postgresql://postgresql.govshare-data.svc:5432/catalog?sslmode=disable")
        .containsEntry("AMQP_HOST", "broker.govshare-broker.svc")
        .containsEntry("AMQP_PORT", "5672")
        .containsEntry("AMQP_USE_SSL", "false")
        .containsEntry(
            "QUARKUS_OIDC_AUTH_SERVER_URL",
            "http://keycloak.govshare-identity.svc:8080/realms/govshare");
  }

  @Test
  void theCatalogueKnowsItsMailServerAndItsPublicAddresses() {
    var production =
        map(Chart.render(Chart.example("production")).one("ConfigMap", "catalog").get("data"));
    var trial = map(Chart.render(Chart.example("trial")).one("ConfigMap", "catalog").get("data"));

    assertThat(production)
        .containsEntry("SMTP_HOST", "mail.example.gov.cn")
        .containsEntry("SMTP_PORT", "587")
        .containsEntry("SMTP_FROM", "share@example.gov.cn")
        .containsEntry("SMTP_START_TLS", "REQUIRED")
        .containsEntry("SMTP_TLS", "false")
        .containsEntry("PORTAL_URL", "https://share.example.gov.cn")
        .containsEntry("GOVSHARE_DCAT_PORTAL_URL", "https://share.example.gov.cn")
        .containsEntry(
            "GOVSHARE_DCAT_BASE_URL", "https://open.example.gov.cn/api/catalog/v1/public/dcat")
        .containsEntry(
            "GOVSHARE_DCAT_LICENCE",
            "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0")
        .doesNotContainKeys("GOVSHARE_DCAT_TITLE", "SMTP_PASSWORD");
    assertThat(trial.keySet())
        .noneMatch(key -> key.startsWith("SMTP_") || key.startsWith("GOVSHARE_DCAT_"));
  }

  @Test
  void authoritiesAreReadFromTheFileThatIsMounted() {
    var chart = Chart.render(Chart.example("production"));
    var data = map(chart.one("ConfigMap", "exchange").get("data"));
    var pod = RenderedChart.podSpec(chart.one("Deployment", "exchange"));

    assertThat(data)
        .containsEntry(
            "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS", "/etc/govshare/trust/ca.crt")
        .containsEntry("QUARKUS_TLS_PLATFORM_TRUST_STORE_PEM_CERTS", "/etc/govshare/trust/ca.crt");
    assertThat((String) data.get("QUARKUS_DATASOURCE_JDBC_URL"))
        .endsWith("?sslmode=verify-full&sslrootcert=/etc/govshare/trust/ca.crt");
    assertThat(maps(at(pod, "containers", 0, "volumeMounts")))
        .contains(Map.of("name", "trust", "mountPath", "/etc/govshare/trust", "readOnly", true));
    assertThat(maps(pod.get("volumes")))
        .contains(
            Map.of(
                "name",
                "trust",
                "configMap",
                Map.of(
                    "name",
                    "province-authorities",
                    "items",
                    List.of(Map.of("key", "ca.crt", "path", "ca.crt")))));
  }

  @Test
  void ingressLeadsToThePortalAlone() {
    var chart = Chart.render(Chart.example("production"));

    assertThat(at(chart.one("ConfigMap", "portal"), "data", "GOVSHARE_PORTAL_ORIGIN"))
        .isEqualTo("https://share.example.gov.cn");
    assertThat(chart.ofKind("Ingress")).hasSize(1);
    var ingress = chart.one("Ingress", "portal");
    assertThat(at(ingress, "spec", "ingressClassName")).isEqualTo("nginx");
    assertThat(at(ingress, "spec", "tls"))
        .isEqualTo(
            List.of(Map.of("hosts", List.of("share.example.gov.cn"), "secretName", "portal-tls")));
    assertThat(maps(at(ingress, "spec", "rules"))).hasSize(1);
    assertThat(at(ingress, "spec", "rules", 0, "host")).isEqualTo("share.example.gov.cn");
    assertThat(at(ingress, "spec", "rules", 0, "http", "paths", 0, "backend", "service"))
        .isEqualTo(
            Map.of("name", name(chart.one("Service", "portal")), "port", Map.of("name", "http")));
    assertThat(chart.ofKind("Service"))
        .allMatch(service -> "ClusterIP".equals(at(service, "spec", "type")));
  }

  @Test
  void serviceThatIsSwitchedOffLeavesNothingBehind() {
    var chart = Chart.render("trial", "{monitoring: {enabled: false}}");

    assertThat(chart.objects())
        .noneMatch(object -> name(object).equals(Chart.RELEASE + "-monitoring"));
    assertThat(chart.one("Deployment", "catalog")).isNotEmpty();
  }
}
