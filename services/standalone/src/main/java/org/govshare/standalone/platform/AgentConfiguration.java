package org.govshare.standalone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;

/** The configuration file of an agent, as the staff of a front-end machine would write it. */
final class AgentConfiguration {

  private AgentConfiguration() {}

  /** Writes the file anew, readable by its owner only: it holds the passwords of the databases. */
  static void write(Path file, Listener agent, PlatformSettings settings, Secrets secrets) {
    StringBuilder text =
        new StringBuilder(
            """
            govshare:
              agent:
                state:
                  directory: '%s'
                amqp:
                  host: 127.0.0.1
                  port: %d
                centre:
                  keys: ['%s']
                nodes:
            """
                .formatted(
                    settings.data().resolve("nodes").resolve(agent.label()),
                    settings.port(Listener.AMQP),
                    CentreKey.in(settings.data()).publicKey()));
    for (DemoNode node : DemoNode.hostedBy(agent)) {
      text.append(node(node, settings, secrets));
    }
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String node(DemoNode node, PlatformSettings settings, Secrets secrets) {
    String code = node.code();
    String tables =
        node.tables().stream().map(table -> "public." + table).collect(Collectors.joining(", "));
    return """
              %s:
                amqp:
                  username: node.%s
                  password: '%s'
                keys:
                  directory: '%s'
                data-sources:
                  %s:
                    host: 127.0.0.1
                    port: %d
                    database: %s
                    username: %s
                    password: '%s'
                    direction: %s
                    allow:
                      %s: [%s]
                      sample: [%s]
        """
        .formatted(
            code,
            code,
            secrets.password("broker.node." + code),
            settings.nodeKeys(code),
            DemoNode.dataSource(),
            settings.port(Listener.POSTGRES),
            code,
            code,
            secrets.password("database." + code),
            node.provides() ? "SOURCE" : "TARGET",
            node.provides() ? "read" : "write",
            tables,
            node.provides() ? tables : "");
  }
}
