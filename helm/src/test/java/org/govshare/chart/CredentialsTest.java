package org.govshare.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.govshare.chart.Chart.at;
import static org.govshare.chart.Chart.map;
import static org.govshare.chart.Chart.maps;
import static org.govshare.chart.RenderedChart.containers;
import static org.govshare.chart.RenderedChart.name;
import static org.govshare.chart.RenderedChart.podSpec;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Credentials are only ever references to Secrets that the operator made. */
class CredentialsTest {

  private static final Pattern SECRET_NAME =
      Pattern.compile("PASSWORD|SECRET|USERNAME|PASSPHRASE|_KEY$");

  @ParameterizedTest
  @MethodSource("org.govshare.chart.Chart#examples")
  void chartMakesNoSecret(Path example) {
    var chart = Chart.render(example);

    assertThat(chart.objects()).isNotEmpty();
    assertThat(chart.ofKind("Secret")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.govshare.chart.Chart#examples")
  void plainSettingsNameNoCredential(Path example) {
    var chart = Chart.render(example);

    assertThat(chart.ofKind("ConfigMap")).hasSizeGreaterThanOrEqualTo(Chart.SERVICES.size());
    for (Map<String, Object> config : chart.ofKind("ConfigMap")) {
      assertThat(map(config.get("data")).keySet())
          .as(name(config))
          .noneMatch(variable -> SECRET_NAME.matcher(variable).find());
      assertThat(map(config.get("data")).values())
          .as("%s holds texts without user or password in an address", name(config))
          .allMatch(value -> value instanceof String)
          .noneMatch(value -> ((String) value).matches("(?s).*://[^/\\s]*@.*"))
          .noneMatch(value -> ((String) value).contains("password="));
    }
    for (Map<String, Object> workload : chart.workloads()) {
      for (Map<String, Object> container : containers(workload)) {
        assertThat(maps(container.get("env")))
            .as(name(workload))
            .allMatch(variable -> at(variable, "valueFrom", "secretKeyRef", "name") != null)
            .noneMatch(variable -> variable.containsKey("value"));
      }
    }
  }

  @Test
  void eachServiceReadsItsOwnSecretsAndNoOther() {
    var chart = Chart.render(Chart.example("trial"));

    for (String service : new String[] {"catalog", "exchange", "monitoring"}) {
      Map<String, String> expected =
          new HashMap<>(
              Map.of(
                  "QUARKUS_DATASOURCE_USERNAME", service + "-database/username",
                  "QUARKUS_DATASOURCE_PASSWORD", service + "-database/password",
                  "AMQP_USERNAME", service + "-broker/username",
                  "AMQP_PASSWORD", service + "-broker/password"));
      if (service.equals("exchange")) {
        expected.put("GOVSHARE_EXCHANGE_SIGNING_KEY", "exchange-signing/signing.pem");
      }
      assertThat(references(chart, service)).isEqualTo(expected);
    }
    assertThat(references(chart, "portal"))
        .isEqualTo(
            Map.of(
                "QUARKUS_DATASOURCE_USERNAME", "portal-database/username",
                "QUARKUS_DATASOURCE_PASSWORD", "portal-database/password",
                "QUARKUS_OIDC_CREDENTIALS_SECRET", "portal-client/client-secret",
                "GOVSHARE_PORTAL_SESSION_KEY", "portal-session/session-key"));
  }

  @Test
  void theAccountAtTheMailServerComesFromItsSecret() {
    assertThat(references(Chart.render(Chart.example("production")), "catalog"))
        .containsEntry("SMTP_USERNAME", "catalog-mail/username")
        .containsEntry("SMTP_PASSWORD", "catalog-mail/password");
    assertThat(references(Chart.render(Chart.example("trial")), "catalog"))
        .doesNotContainKeys("SMTP_USERNAME", "SMTP_PASSWORD");
  }

  @Test
  void keysWithinASecretCanBeNamed() {
    var chart =
        Chart.render(
            "trial", "{catalog: {database: {credentials: {usernameKey: u, passwordKey: p}}}}");

    assertThat(references(chart, "catalog"))
        .containsEntry("QUARKUS_DATASOURCE_USERNAME", "catalog-database/u")
        .containsEntry("QUARKUS_DATASOURCE_PASSWORD", "catalog-database/p");
  }

  @ParameterizedTest
  @MethodSource("org.govshare.chart.Chart#examples")
  void podsReadTheirOwnConfigMap(Path example) {
    var chart = Chart.render(example);

    for (Map<String, Object> workload : chart.workloads()) {
      assertThat(at(RenderedChart.container(workload), "envFrom"))
          .as(name(workload))
          .isEqualTo(List.of(Map.of("configMapRef", Map.of("name", name(workload)))));
      assertThat(podSpec(workload).get("serviceAccountName")).isEqualTo(name(workload));
    }
  }

  private static Map<String, String> references(RenderedChart chart, String service) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Map<String, Object> variable :
        maps(RenderedChart.container(chart.one("Deployment", service)).get("env"))) {
      Map<String, Object> reference = map(at(variable, "valueFrom", "secretKeyRef"));
      found.put((String) variable.get("name"), reference.get("name") + "/" + reference.get("key"));
    }
    return found;
  }
}
