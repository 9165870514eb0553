package org.govshare.platform.reactive.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Starts PostgreSQL on a free port and points the service's default datasource at it. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

  private EmbeddedPostgres server;

  @Override
  public Map<String, String> start() {
    try {
      server = EmbeddedPostgres.builder().setServerConfig("max_connections", "60").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String address = "//localhost:" + server.getPort() + "/postgres";
    return Map.of(
        "quarkus.datasource.reactive.url",
        "postgresql:" + address,
        "quarkus.datasource.jdbc.url",
        "jdbc:postgresql:" + address,
        "quarkus.datasource.username",
        "postgres",
        "quarkus.datasource.password",
        "postgres");
  }

  @Override
  public void stop() {
    if (server != null) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
