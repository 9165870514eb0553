package org.govshare.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.govshare.system.RunningPlatform.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The portal in a real browser, driven by the scripts beside the web application. Pictures of what
 * was seen are left in {@code target/screenshots}. Without a browser on the machine the tests are
 * skipped; {@code make browser} installs one.
 */
@ExtendWith(RunningPlatform.class)
@EnabledIf("hasBrowser")
class PortalIT {

  private static final Path SCREENSHOTS = Path.of("target/screenshots").toAbsolutePath();
  private static final int PATIENCE_MINUTES = 10;

  private final Shared shared;

  PortalIT(Shared shared) {
    this.shared = shared;
  }

  static boolean hasBrowser() {
    return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .stream()
        .anyMatch(browser -> Files.isExecutable(Path.of(browser)));
  }

  @Test
  void showsTheRunToTheRequesterAndTheOperator() throws IOException, InterruptedException {
    browse(
        Path.of("src/test/browser/run-visible.mjs").toAbsolutePath(),
        shared.run().path("id").asText(),
        SCREENSHOTS.toString());
  }

  @Test
  void losesNothingOfWhatTwoEditorsTypeAndShowsTheAuthorEachRemark()
      throws IOException, InterruptedException {
    browse(Path.of("src/test/browser/edit-together.mjs").toAbsolutePath(), SCREENSHOTS.toString());
  }

  @Test
  void importsAWorkbookTakesItBackAndBringsADemandToItsProvider()
      throws IOException, InterruptedException {
    browse(
        Path.of("src/test/browser/import-and-demand.mjs").toAbsolutePath(), SCREENSHOTS.toString());
  }

  /**
   * Opens every page, filled where the demo leaves it empty, and turns it into English; what is
   * checked in which language is said in the script.
   */
  @Test
  void givesTheAccessibilityCheckerNothingToFind() throws IOException, InterruptedException {
    browse(script("fill.mjs"));
    browse(script("axe.mjs"));
  }

  private Path script(String name) {
    return shared.projectRoot().resolve("services/portal/src/main/webui/scripts").resolve(name);
  }

  private void browse(Path script, String... arguments) throws IOException, InterruptedException {
    Files.createDirectories(SCREENSHOTS);
    List<String> command = new ArrayList<>(List.of("node", script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GOVSHARE_PORTAL_URL", shared.portal());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue(), output);
  }
}
