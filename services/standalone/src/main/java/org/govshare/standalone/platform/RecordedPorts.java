package org.govshare.standalone.platform;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** On which ports the running platform was started, remembered beside its pid files. */
final class RecordedPorts {

  private final PlatformSettings settings;
  private final Path file;

  RecordedPorts(PlatformSettings settings) {
    this.settings = settings;
    this.file = settings.data().resolve("run").resolve("ports.properties");
  }

  /** Remembers the settings' ports. */
  void write() {
    try {
      Files.createDirectories(file.getParent());
      try (Writer writer = Files.newBufferedWriter(file)) {
        wanted().store(writer, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the settings name the ports that were remembered, if any were. */
  boolean match() {
    if (!Files.exists(file)) {
      return true;
    }
    Properties recorded = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      recorded.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return recorded.equals(wanted());
  }

  private Properties wanted() {
    Properties ports = new Properties();
    settings
        .ports()
        .forEach((listener, port) -> ports.setProperty(listener.variable(), port.toString()));
    return ports;
  }
}
