package org.govshare.system;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.govshare.standalone.platform.Installation;
import org.govshare.standalone.platform.Listener;
import org.govshare.standalone.platform.Platform;
import org.govshare.standalone.platform.PlatformSettings;
import org.govshare.standalone.process.Ports;
import org.govshare.standalone.provision.Provisioning;

/** The standalone platform on free ports, with a data directory of its own. */
final class TestPlatform {

  private final Installation installation = Installation.around(Path.of(""));
  private final PlatformSettings settings;
  private final Platform platform;

  TestPlatform(Path data) {
    this.settings = new PlatformSettings(data, freePorts());
    this.platform = new Platform(settings, installation, System.out);
  }

  private static Map<Listener, Integer> freePorts() {
    Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
    Set<Integer> used = new HashSet<>();
    for (Listener listener : Listener.values()) {
      int port = Ports.anyFree();
      while (!used.add(port)) {
        port = Ports.anyFree();
      }
      ports.put(listener, port);
    }
    return ports;
  }

  Platform platform() {
    return platform;
  }

  PlatformSettings settings() {
    return settings;
  }

  Path projectRoot() {
    return installation.root();
  }

  void start() {
    platform.start();
    new Provisioning(platform, System.out).run();
  }

  void stop() {
    platform.stop();
  }
}
