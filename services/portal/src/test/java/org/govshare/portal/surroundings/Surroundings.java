package org.govshare.portal.surroundings;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;

/** Starts everything around the portal, on ports of its own. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

  private EmbeddedPostgres postgres;
  private Issuer issuer;
  private EchoService service;

  @Override
  public Map<String, String> start() {
    try {
      postgres = EmbeddedPostgres.start();
      issuer = new Issuer();
      service = new EchoService();
    } catch (Exception e) {
      stop();
      throw new IllegalStateException(e);
    }
    return Map.of(
        "quarkus.datasource.reactive.url",
        "postgresql://localhost:" + postgres.getPort() + "/postgres",
        "quarkus.datasource.jdbc.url",
        "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
        "quarkus.datasource.username",
        "postgres",
        "quarkus.datasource.password",
        "postgres",
        "quarkus.oidc.auth-server-url",
        issuer.url(),
        "quarkus.oidc.credentials.secret",
        "a-secret-of-thirty-two-characters",
        "govshare.portal.session.key",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "govshare.portal.catalog.url",
        service.url(),
        // Nothing listens there: what an unreachable service looks like.
        "govshare.portal.exchange.url",
        "http://localhost:1");
  }

  @Override
  public void stop() {
    close(service);
    close(issuer);
    close(postgres);
  }

  private static void close(AutoCloseable closeable) {
    try {
      if (closeable != null) {
        closeable.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
