package org.govshare.standalone.broker;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the broker is run; as a JSON file it is the only argument of {@link BrokerMain}.
 *
 * @param port port on the loopback interface
 * @param directory folder of the journal
 * @param nodes codes of the nodes that exchange data
 * @param passwords password of each account: {@code catalog}, {@code exchange}, {@code monitoring}
 *     and {@code node.<code>} for each node
 */
public record BrokerSettings(
    int port, String directory, List<String> nodes, Map<String, String> passwords) {

  /** The accounts of the services. */
  public static final List<String> SERVICES = List.of("catalog", "exchange", "monitoring");

  public BrokerSettings {
    nodes = List.copyOf(nodes);
    passwords = Map.copyOf(passwords);
    for (String account : accounts(nodes)) {
      if (!passwords.containsKey(account)) {
        throw new IllegalArgumentException("The broker account " + account + " has no password");
      }
    }
  }

  /** Names of all accounts: those of the services, and one for each node. */
  public static List<String> accounts(List<String> nodes) {
    List<String> accounts = new ArrayList<>(SERVICES);
    nodes.forEach(node -> accounts.add("node." + node));
    return accounts;
  }

  /** Writes the settings so that only the owner can read them. */
  public void writeTo(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BrokerSettings readFrom(Path file) {
    try {
      return new ObjectMapper().readValue(file.toFile(), BrokerSettings.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
