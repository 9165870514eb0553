package org.govshare.chart;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Packs the chart into one file, {@code govshare-<version>.tgz}, without a helm executable. */
final class PackageChart {

  private PackageChart() {}

  /**
   * Packs a chart.
   *
   * @param arguments the chart's folder, and the folder to write into
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("say the chart's folder and the folder to write into");
    }
    pack(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  /** Packs what {@code .helmignore} does not leave out. */
  static void pack(Path chart, Path into) throws IOException {
    Files.createDirectories(into);
    new Helm(chart).packageIt().withDestination(into).call();
  }
}
