package org.govshare.standalone.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.govshare.standalone.postgres.PostgresServer;
import org.govshare.standalone.postgres.PostgresSettings;

/**
 * The databases on the platform's one server: one for each service and one for each demo
 * department, each with a user of its own that has the database's name.
 */
public final class Databases {

  static final List<String> SERVICES =
      List.of("catalog", "exchange", "monitoring", "portal", "keycloak");

  private final PostgresServer server;
  private final Secrets secrets;

  Databases(PlatformSettings settings, Installation installation, Secrets secrets) {
    this.secrets = secrets;
    this.server =
        new PostgresServer(
            new PostgresSettings(
                installation.postgres(),
                settings.data().resolve("postgresql"),
                settings.port(Listener.POSTGRES),
                secrets.password("database.postgres"),
                settings.log("postgres"),
                Map.of("max_connections", "250", "checkpoint_timeout", "15min")));
  }

  PostgresServer server() {
    return server;
  }

  /** Creates what is missing. */
  void create() throws SQLException {
    for (String service : SERVICES) {
      create(service);
    }
    for (DemoNode node : DemoNode.values()) {
      create(node.code());
    }
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      for (DemoNode node : DemoNode.values()) {
        // Tells the agent which transactions are still open before it trusts a watermark.
        statement.execute("grant pg_read_all_stats to " + node.code());
      }
    }
  }

  private void create(String name) throws SQLException {
    server.createUser(name, password(name));
    server.createDatabase(name, name);
  }

  String password(String database) {
    return secrets.password("database." + database);
  }

  /** Opens a database as its own user. */
  public Connection open(String database) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(database), database, password(database));
  }
}
