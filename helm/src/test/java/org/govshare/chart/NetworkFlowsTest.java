package org.govshare.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.govshare.chart.Chart.at;
import static org.govshare.chart.Chart.map;
import static org.govshare.chart.Chart.maps;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing may be talked to but what is named; what is named is named here once more. */
class NetworkFlowsTest {

  private static final String DNS = "namespace kube-system, pods k8s-app=kube-dns";
  private static final String DATABASE = "namespace govshare-data";
  private static final String BROKER = "namespace govshare-broker";
  private static final String IDENTITY = "namespace govshare-identity";
  private static final String INGRESS = "namespace ingress";

  @ParameterizedTest
  @MethodSource("org.govshare.chart.Chart#examples")
  void everythingIsDeniedByDefault(Path example) {
    var chart = Chart.render(example);
    Map<String, Object> deny = chart.one("NetworkPolicy", "default-deny");

    assertThat(at(deny, "spec", "policyTypes")).asList().containsExactly("Ingress", "Egress");
    assertThat(maps(at(deny, "spec", "ingress"))).isEmpty();
    assertThat(maps(at(deny, "spec", "egress"))).isEmpty();
    Map<String, Object> selected = map(at(deny, "spec", "podSelector", "matchLabels"));
    for (Map<String, Object> workload : chart.workloads()) {
      assertThat(RenderedChart.podLabels(workload))
          .as("%s is under the default policy", RenderedChart.name(workload))
          .containsAllEntriesOf(selected);
    }
  }

  @Test
  void flowsAreExactlyThese() {
    assertThat(flows(Chart.render(Chart.example("trial"))))
        .containsExactlyInAnyOrder(
            "portal <- " + INGRESS + " http/TCP",
            "portal -> " + DNS + " 53/UDP",
            "portal -> " + DNS + " 53/TCP",
            "portal -> pods catalog 8081/TCP",
            "portal -> pods exchange 8082/TCP",
            "portal -> pods monitoring 8083/TCP",
            "portal -> " + DATABASE + " 5432/TCP",
            "portal -> " + IDENTITY + " 8080/TCP",
            "catalog <- pods portal http/TCP",
            "catalog -> " + DNS + " 53/UDP",
            "catalog -> " + DNS + " 53/TCP",
            "catalog -> " + DATABASE + " 5432/TCP",
            "catalog -> " + BROKER + " 5672/TCP",
            "catalog -> " + IDENTITY + " 8080/TCP",
            "exchange <- pods portal http/TCP",
            "exchange -> " + DNS + " 53/UDP",
            "exchange -> " + DNS + " 53/TCP",
            "exchange -> " + DATABASE + " 5432/TCP",
            "exchange -> " + BROKER + " 5672/TCP",
            "exchange -> " + IDENTITY + " 8080/TCP",
            "monitoring <- pods portal http/TCP",
            "monitoring -> " + DNS + " 53/UDP",
            "monitoring -> " + DNS + " 53/TCP",
            "monitoring -> " + DATABASE + " 5432/TCP",
            "monitoring -> " + BROKER + " 5672/TCP",
            "monitoring -> " + IDENTITY + " 8080/TCP");
  }

  @Test
  void prometheusComesInOnlyWhereItIsAskedFor() {
    var chart = Chart.render(Chart.example("production"));

    for (String service : Chart.SERVICES) {
      assertThat(flows(chart)).contains(service + " <- namespace observability http/TCP");
    }
    assertThat(flows(Chart.render(Chart.example("trial"))))
        .noneMatch(flow -> flow.contains("observability"));
  }

  @Test
  void theMailServerIsReachedOnlyWhereThereIsOne() {
    assertThat(flows(Chart.render(Chart.example("production"))))
        .contains("catalog -> 192.0.2.48/32 587/TCP");
  }

  @Test
  void addressesOutsideTheClusterAreNamedByNetwork() {
    var flows = flows(Chart.render(Chart.example("production")));

    assertThat(flows)
        .contains("catalog -> 192.0.2.16/28 5432/TCP", "portal -> 192.0.2.40/32 8443/TCP")
        .noneMatch(flow -> flow.contains("0.0.0.0/0") || flow.contains("anybody"));
  }

  /** One line for each peer and port of each service's own policy. */
  static Set<String> flows(RenderedChart chart) {
    Set<String> flows = new LinkedHashSet<>();
    for (Map<String, Object> policy : chart.ofKind("NetworkPolicy")) {
      if (RenderedChart.name(policy).equals(Chart.RELEASE + "-default-deny")) {
        continue;
      }
      assertThat(at(policy, "spec", "policyTypes")).asList().contains("Ingress", "Egress");
      Map<String, Object> selected = map(at(policy, "spec", "podSelector", "matchLabels"));
      assertThat(selected).containsEntry("app.kubernetes.io/instance", Chart.RELEASE);
      Object service = selected.get("app.kubernetes.io/name");
      for (Map<String, Object> rule : maps(at(policy, "spec", "ingress"))) {
        add(flows, service + " <- ", rule, "from");
      }
      for (Map<String, Object> rule : maps(at(policy, "spec", "egress"))) {
        add(flows, service + " -> ", rule, "to");
      }
    }
    return flows;
  }

  private static void add(Set<String> flows, String start, Map<String, Object> rule, String side) {
    var peers = maps(rule.get(side));
    var ports = maps(rule.get("ports"));
    // A rule without peers or without ports lets everything through.
    assertThat(peers).as("peers of %s%s", start, rule).isNotEmpty();
    assertThat(ports).as("ports of %s%s", start, rule).isNotEmpty();
    for (Map<String, Object> peer : peers) {
      for (Map<String, Object> port : ports) {
        flows.add(start + peer(peer) + " " + port.get("port") + "/" + port.get("protocol"));
      }
    }
  }

  private static String peer(Map<String, Object> peer) {
    if (peer.containsKey("ipBlock")) {
      return (String) at(peer, "ipBlock", "cidr");
    }
    Map<String, Object> namespace = map(at(peer, "namespaceSelector", "matchLabels"));
    Map<String, Object> pods = map(at(peer, "podSelector", "matchLabels"));
    if (namespace.isEmpty() && pods.isEmpty()) {
      return "anybody";
    }
    if (namespace.isEmpty()) {
      assertThat(pods).containsEntry("app.kubernetes.io/instance", Chart.RELEASE);
      return "pods " + pods.get("app.kubernetes.io/name");
    }
    String text = "namespace " + namespace.get("kubernetes.io/metadata.name");
    for (Map.Entry<String, Object> label : pods.entrySet()) {
      text += ", pods " + label.getKey() + "=" + label.getValue();
    }
    return text;
  }
}
