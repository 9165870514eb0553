package org.govshare.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The web app's own tests, as part of the module's. */
class WebAppTest {

  private static final Path WEB_APP = Path.of("src/main/webui");

  @Test
  void theWebAppsTestsPass() throws Exception {
    if (!Files.exists(WEB_APP.resolve("node_modules/.bin/vitest"))) {
      run("npm", "ci", "--no-audit", "--no-fund");
    }
    run("npm", "run", "types");
    run("npm", "test");
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(WEB_APP.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> String.join(" ", command) + "\n" + output);
  }
}
