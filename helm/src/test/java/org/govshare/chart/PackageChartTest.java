package org.govshare.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageChartTest {

  private static final int BLOCK = 512;

  @Test
  void packedChartHoldsTheSubChartsAndNothingBesideThem(@TempDir Path directory)
      throws IOException {
    PackageChart.pack(Chart.HOME, directory);

    String version = (String) Chart.at(Chart.yaml(Chart.HOME.resolve("Chart.yaml")), "version");
    assertThat(entries(directory.resolve("govshare-" + version + ".tgz")))
        .contains(
            "govshare/Chart.yaml",
            "govshare/values.schema.json",
            "govshare/README.md",
            "govshare/charts/workload/templates/_pod.tpl",
            "govshare/charts/catalog/values.schema.json",
            "govshare/charts/node/templates/statefulset.yaml")
        .noneMatch(name -> name.startsWith("govshare/ci/"));
  }

  @Test
  void packedChartRendersLikeItsSources(@TempDir Path directory) throws IOException {
    PackageChart.pack(Chart.HOME, directory);

    Path packed;
    try (var files = Files.list(directory)) {
      packed = files.findFirst().orElseThrow();
    }
    var rendered =
        new Helm(packed)
            .template()
            .withName(Chart.RELEASE)
            .withNamespace(Chart.NAMESPACE)
            .withKubeVersion("1.33.2")
            .withValuesFile(Chart.example("production"))
            .call();
    assertThat(RenderedChart.of(rendered).objects())
        .containsExactlyInAnyOrderElementsOf(Chart.render(Chart.example("production")).objects());
  }

  /** Names of the entries of a tar archive, after its headers' fields. */
  private static List<String> entries(Path archive) throws IOException {
    List<String> names = new ArrayList<>();
    try (var in = new GZIPInputStream(Files.newInputStream(archive))) {
      byte[] header;
      while ((header = in.readNBytes(BLOCK)).length == BLOCK && header[0] != 0) {
        names.add(text(header, 0, 100));
        long size = Long.parseLong(text(header, 124, 12).trim(), 8);
        in.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
      }
    }
    return names;
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.UTF_8);
  }
}
