package org.govshare.standalone.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What services are told of each other. */
class ServiceProcessesTest {

  @TempDir Path root;

  private Map<String, String> environment(Listener listener) throws IOException {
    Path program =
        root.resolve("services/" + listener.label() + "/target/quarkus-app/quarkus-run.jar");
    Files.createDirectories(program.getParent());
    Files.writeString(program, "");
    Installation installation = new Installation(root);
    PlatformSettings settings =
        PlatformSettings.of(
            Map.of("GOVSHARE_PORTAL_PORT", "9080", "GOVSHARE_CATALOG_PORT", "9081"), installation);
    return new ServiceProcesses(settings, installation, Secrets.in(settings.data()))
        .service(listener)
        .environment();
  }

  @Test
  void theCatalogueKnowsWhatItLinksTo() throws IOException {
    Map<String, String> catalogue = environment(Listener.CATALOG);

    assertEquals("http://localhost:9080", catalogue.get("PORTAL_URL"));
    assertEquals("http://localhost:9080", catalogue.get("GOVSHARE_DCAT_PORTAL_URL"));
    assertEquals(
        "http://localhost:9081/api/catalog/v1/public/dcat",
        catalogue.get("GOVSHARE_DCAT_BASE_URL"));
    assertFalse(environment(Listener.MONITORING).containsKey("PORTAL_URL"));
  }
}
