package org.govshare.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.govshare.standalone.api.PlatformClient;
import org.govshare.standalone.demo.Demo;
import org.govshare.standalone.platform.Installation;
import org.govshare.standalone.platform.Listener;
import org.govshare.standalone.platform.Platform;
import org.govshare.standalone.platform.PlatformSettings;
import org.govshare.standalone.process.Ports;
import org.govshare.standalone.provision.Provisioning;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The standalone platform on free ports, with a data directory of its own, on which the main job
 * has been done once. Starting it is dear: all test classes share one, and each leaves it running.
 */
final class RunningPlatform implements ParameterResolver {

  /** What the tests work with. */
  static final class Shared implements AutoCloseable {

    private final Installation installation = Installation.around(Path.of(""));
    private final Path data;
    private final Platform platform;
    private final PlatformClient client;
    private final JsonNode run;

    private Shared() {
      try {
        data = Files.createTempDirectory("govshare-system-test-");
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      PlatformSettings settings = new PlatformSettings(data, freePorts());
      platform = new Platform(settings, installation, System.out);
      client = new PlatformClient(settings);
      start();
      run = demo();
    }

    void start() {
      platform.start();
      new Provisioning(platform, System.out).run();
    }

    /** Does the main job once more. */
    JsonNode demo() {
      return new Demo(platform, System.out).run();
    }

    Platform platform() {
      return platform;
    }

    PlatformClient client() {
      return client;
    }

    /** The run of the first main job. */
    JsonNode run() {
      return run;
    }

    Path projectRoot() {
      return installation.root();
    }

    String portal() {
      return platform.settings().url(Listener.PORTAL).toString();
    }

    /** The first row of a query, its columns joined by spaces. */
    String query(String database, String query) throws SQLException {
      try (Connection connection = platform.databases().open(database);
          Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery(query)) {
        result.next();
        StringJoiner row = new StringJoiner(" ");
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        return row.toString();
      }
    }

    @Override
    public void close() {
      platform.stop();
      platform.deleteData();
    }
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

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Shared.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(Shared.class, type -> new Shared(), Shared.class);
  }
}
