package org.govshare.standalone.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformSettingsTest {

  private final Installation installation = new Installation(Path.of("/project"));

  @Test
  void usesTheUsualPortsAndTheProjectsFolder() {
    PlatformSettings settings = PlatformSettings.of(Map.of(), installation);

    assertEquals(8080, settings.port(Listener.PORTAL));
    assertEquals(55432, settings.port(Listener.POSTGRES));
    assertEquals(Path.of("/project/.govshare"), settings.data());
    assertEquals("http://localhost:8180/realms/govshare", settings.realm().toString());
  }

  @Test
  void movesAPortAndTheData() {
    PlatformSettings settings =
        PlatformSettings.of(
            Map.of("GOVSHARE_NODE_A_PORT", "9090", "GOVSHARE_DATA", "/elsewhere"), installation);

    assertEquals(9090, settings.port(Listener.NODE_A));
    assertEquals(Path.of("/elsewhere"), settings.data());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "0", "65536", "-1", "80 80"})
  void namesAPortThatIsNone(String port) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> PlatformSettings.of(Map.of("GOVSHARE_AMQP_PORT", port), installation));

    assertTrue(refusal.getMessage().contains("GOVSHARE_AMQP_PORT"));
  }
}
