package org.govshare.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.govshare.chart.Chart.at;
import static org.govshare.chart.Chart.maps;
import static org.govshare.chart.RenderedChart.containers;
import static org.govshare.chart.RenderedChart.name;
import static org.govshare.chart.RenderedChart.podSpec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pod passes the "restricted" pod security standard and states what it may use. */
class PodSecurityTest {

  @ParameterizedTest
  @MethodSource("org.govshare.chart.Chart#examples")
  void podsAreRestricted(Path example) {
    var workloads = Chart.render(example).workloads();

    assertThat(workloads).hasSizeGreaterThanOrEqualTo(Chart.SERVICES.size());
    for (Map<String, Object> workload : workloads) {
      Map<String, Object> pod = podSpec(workload);
      assertThat(at(pod, "securityContext", "runAsNonRoot")).as(name(workload)).isEqualTo(true);
      assertThat(at(pod, "securityContext", "runAsUser")).as(name(workload)).isEqualTo(1001);
      assertThat(at(pod, "securityContext", "seccompProfile", "type"))
          .as(name(workload))
          .isEqualTo("RuntimeDefault");
      assertThat(pod.get("automountServiceAccountToken")).as(name(workload)).isEqualTo(false);
      assertThat(pod).as(name(workload)).doesNotContainKeys("hostNetwork", "hostPID", "hostIPC");
      assertThat(maps(pod.get("volumes")))
          .as(name(workload))
          .noneMatch(volume -> volume.containsKey("hostPath"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.govshare.chart.Chart#examples")
  void containersAreRestricted(Path example) {
    for (Map<String, Object> workload : Chart.render(example).workloads()) {
      assertThat(containers(workload)).isNotEmpty();
      for (Map<String, Object> container : containers(workload)) {
        assertThat(container.get("securityContext"))
            .as(name(workload))
            .isEqualTo(
                Map.of(
                    "runAsNonRoot", true,
                    "allowPrivilegeEscalation", false,
                    "privileged", false,
                    "readOnlyRootFilesystem", true,
                    "capabilities", Map.of("drop", List.of("ALL")),
                    "seccompProfile", Map.of("type", "RuntimeDefault")));
        assertThat(maps(container.get("volumeMounts")))
            .as("%s writes to /tmp", name(workload))
            .anyMatch(mount -> "/tmp".equals(mount.get("mountPath")));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.govshare.chart.Chart#examples")
  void volumesAreBoundedAndMountsHaveTheirVolume(Path example) {
    for (Map<String, Object> workload : Chart.render(example).workloads()) {
      List<Map<String, Object>> volumes = maps(podSpec(workload).get("volumes"));
      List<Object> names =
          new ArrayList<>(volumes.stream().map(volume -> volume.get("name")).toList());
      maps(at(workload, "spec", "volumeClaimTemplates"))
          .forEach(claim -> names.add(at(claim, "metadata", "name")));
      assertThat(names).as(name(workload)).doesNotHaveDuplicates();
      assertThat(volumes)
          .filteredOn(volume -> volume.containsKey("emptyDir"))
          .allMatch(volume -> at(volume, "emptyDir", "sizeLimit") != null);
      for (Map<String, Object> container : containers(workload)) {
        assertThat(maps(container.get("volumeMounts")))
            .as(name(workload))
            .allSatisfy(mount -> assertThat(names).contains(mount.get("name")));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.govshare.chart.Chart#examples")
  void containersAreProbedAndLimited(Path example) {
    for (Map<String, Object> workload : Chart.render(example).workloads()) {
      for (Map<String, Object> container : containers(workload)) {
        Map.of(
                "startupProbe", "/q/health/started",
                "livenessProbe", "/q/health/live",
                "readinessProbe", "/q/health/ready")
            .forEach(
                (probe, path) -> {
                  assertThat(at(container, probe, "httpGet", "path"))
                      .as("%s %s", name(workload), probe)
                      .isEqualTo(path);
                  assertThat(at(container, probe, "httpGet", "port"))
                      .as("%s %s", name(workload), probe)
                      .isEqualTo("http");
                });
        for (String kind : List.of("requests", "limits")) {
          for (String resource : List.of("cpu", "memory", "ephemeral-storage")) {
            assertThat(at(container, "resources", kind, resource))
                .as("%s %s %s", name(workload), kind, resource)
                .isInstanceOf(String.class)
                .asString()
                .isNotBlank();
          }
        }
      }
    }
  }
}
