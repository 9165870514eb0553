package org.govshare.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.govshare.chart.Chart.at;
import static org.govshare.chart.Chart.maps;
import static org.govshare.chart.RenderedChart.container;
import static org.govshare.chart.RenderedChart.podLabels;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An agent in the cluster: off unless asked for, one process, state on a volume of its own. */
class AgentTest {

  private final RenderedChart chart = Chart.render(Chart.example("agent"));

  @Test
  void isOffByDefault() {
    assertThat(Chart.render(Chart.example("trial")).ofKind("StatefulSet")).isEmpty();
  }

  @Test
  void runsOnceAndKeepsItsState() {
    var agent = chart.one("StatefulSet", "node");

    assertThat(at(agent, "spec", "replicas")).isEqualTo(1);
    assertThat(at(agent, "spec", "serviceName"))
        .isEqualTo(RenderedChart.name(chart.one("Service", "node")));
    assertThat(podLabels(agent))
        .containsAllEntriesOf(Chart.map(at(agent, "spec", "selector", "matchLabels")));
    var claim = at(agent, "spec", "volumeClaimTemplates", 0);
    assertThat(at(claim, "metadata", "name")).isEqualTo("state");
    assertThat(at(claim, "spec", "storageClassName")).isEqualTo("fast");
    assertThat(at(claim, "spec", "accessModes")).isEqualTo(List.of("ReadWriteOnce"));
    assertThat(at(claim, "spec", "resources", "requests", "storage")).isEqualTo("10Gi");
  }

  @Test
  void isRefusedWhereTheBrokerWantsTls() {
    assertThatThrownBy(() -> Chart.render("agent", "{global: {broker: {tls: true}}}"))
        .hasMessageContaining("node.enabled with global.broker.tls");
  }

  @Test
  void stateIsWrittenToTheVolume() {
    var mounts = maps(container(chart.one("StatefulSet", "node")).get("volumeMounts"));

    assertThat(mounts).contains(Map.of("name", "state", "mountPath", "/var/lib/govshare"));
    assertThat(at(chart.one("ConfigMap", "node"), "data", "GOVSHARE_AGENT_STATE_DIRECTORY"))
        .isEqualTo("/var/lib/govshare/state");
  }

  @Test
  void nodesAndPasswordsComeFromAnExistingSecret() {
    var agent = chart.one("StatefulSet", "node");

    assertThat(maps(container(agent).get("volumeMounts")))
        .contains(
            Map.of("name", "configuration", "mountPath", "/etc/govshare/agent", "readOnly", true));
    assertThat(maps(RenderedChart.podSpec(agent).get("volumes")))
        .filteredOn(volume -> "configuration".equals(volume.get("name")))
        .singleElement()
        .satisfies(
            volume -> {
              assertThat(at(volume, "secret", "secretName")).isEqualTo("agent-configuration");
              assertThat(at(volume, "secret", "items", 0))
                  .isEqualTo(
                      Map.of("key", "application.properties", "path", "application.properties"));
            });
    assertThat(at(chart.one("ConfigMap", "node"), "data", "GOVSHARE_NODE_CONFIG"))
        .isEqualTo("/etc/govshare/agent/application.properties");
    assertThat(container(agent)).doesNotContainKey("env");
  }

  @Test
  void reachesTheBrokerAndItsDatabasesAndIsCalledByNobody() {
    assertThat(NetworkFlowsTest.flows(chart))
        .filteredOn(flow -> flow.startsWith("node "))
        .containsExactlyInAnyOrder(
            "node -> namespace kube-system, pods k8s-app=kube-dns 53/UDP",
            "node -> namespace kube-system, pods k8s-app=kube-dns 53/TCP",
            "node -> namespace govshare-broker 5672/TCP",
            "node -> 198.51.100.10/32 5432/TCP",
            "node -> 198.51.100.20/32 15432/TCP");
  }

  @Test
  void policyAndBudgetSelectTheAgent() {
    var labels = podLabels(chart.one("StatefulSet", "node"));

    assertThat(labels)
        .containsAllEntriesOf(
            Chart.map(at(chart.one("NetworkPolicy", "node"), "spec", "podSelector", "matchLabels")))
        .containsAllEntriesOf(
            Chart.map(
                at(chart.one("PodDisruptionBudget", "node"), "spec", "selector", "matchLabels")));
  }
}
