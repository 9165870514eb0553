package org.govshare.standalone.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where the platform keeps its data and on which ports it listens.
 *
 * @param data data directory; everything the platform writes is below it
 * @param ports port of every listener
 */
public record PlatformSettings(Path data, Map<Listener, Integer> ports) {

  public PlatformSettings {
    data = data.toAbsolutePath().normalize();
    ports = Map.copyOf(ports);
    for (Listener listener : Listener.values()) {
      if (!ports.containsKey(listener)) {
        throw new IllegalArgumentException(listener.label() + " has no port");
      }
    }
  }

  /**
   * Reads the settings from environment variables: {@code GOVSHARE_DATA} (default {@code .govshare}
   * in the project) and {@link Listener#variable} for each port.
   *
   * @throws IllegalArgumentException if a port is not a number from 1 to 65535
   */
  public static PlatformSettings of(Map<String, String> environment, Installation installation) {
    Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
    for (Listener listener : Listener.values()) {
      ports.put(listener, port(listener, environment.get(listener.variable())));
    }
    String data = environment.get("GOVSHARE_DATA");
    return new PlatformSettings(
        data == null || data.isBlank() ? installation.root().resolve(".govshare") : Path.of(data),
        ports);
  }

  private static int port(Listener listener, String text) {
    if (text == null || text.isBlank()) {
      return listener.usualPort();
    }
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
      throw new IllegalArgumentException(
          listener.variable() + " is " + text + ", which is not a port from 1 to 65535");
    }
    return Integer.parseInt(text);
  }

  public int port(Listener listener) {
    return ports.get(listener);
  }

  /** Base address of a listener that speaks HTTP. */
  public URI url(Listener listener) {
    return URI.create("http://localhost:" + port(listener));
  }

  /** Address of the realm: issuer of every token. */
  public URI realm() {
    return url(Listener.KEYCLOAK).resolve("/realms/govshare");
  }

  /** Log file of a process. */
  public Path log(String name) {
    return data.resolve("logs").resolve(name + ".log");
  }

  Path pidFile(String name) {
    return data.resolve("run").resolve(name + ".pid");
  }

  /** Folder in which an agent keeps the keys of one of its nodes. */
  public Path nodeKeys(String node) {
    return data.resolve("nodes").resolve(node).resolve("keys");
  }

  /** PKCS#12 key store of the demo tenant system {@code sw-tax-system}. */
  public Path tenantKeyStore() {
    return data.resolve("sw-tax-system.p12");
  }
}
