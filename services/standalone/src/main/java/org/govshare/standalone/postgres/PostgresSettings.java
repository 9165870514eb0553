package org.govshare.standalone.postgres;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a server is run.
 *
 * @param binaries folder of the programs; they are unpacked into it if it is empty
 * @param data data directory; created at first start
 * @param port port on the loopback interface
 * @param password of the superuser {@code postgres}
 * @param log file that the server's messages are appended to
 * @param configuration further settings, such as {@code shared_buffers}
 */
public record PostgresSettings(
    Path binaries,
    Path data,
    int port,
    String password,
    Path log,
    Map<String, String> configuration) {

  public PostgresSettings {
    data = data.toAbsolutePath();
    log = log.toAbsolutePath();
    configuration = Map.copyOf(configuration);
  }

  /** The configuration with what durability needs; the caller's own settings win otherwise. */
  Map<String, String> effective() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("max_connections", "200");
    all.put("shared_buffers", "64MB");
    all.put("max_wal_size", "1GB");
    all.put("timezone", "UTC");
    all.putAll(configuration);
    all.put("fsync", "on");
    all.put("synchronous_commit", "on");
    all.put("full_page_writes", "on");
    all.put("listen_addresses", "127.0.0.1");
    all.put("unix_socket_directories", "");
    all.put("port", Integer.toString(port));
    return all;
  }
}
