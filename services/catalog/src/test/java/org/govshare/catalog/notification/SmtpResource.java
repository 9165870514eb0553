package org.govshare.catalog.notification;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Starts a mail server, points the service at it, and hands it to the tests. */
public class SmtpResource implements QuarkusTestResourceLifecycleManager {

  private final SmtpServer server = new SmtpServer();

  @Override
  public Map<String, String> start() {
    String port = String.valueOf(server.start());
    return Map.of(
        "govshare.email.host", "localhost",
        "govshare.email.interval", "50MS",
        "govshare.email.retry-interval", "100MS",
        "quarkus.mailer.host", "localhost",
        "quarkus.mailer.port", port);
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(server, new TestInjector.MatchesType(SmtpServer.class));
  }

  @Override
  public void stop() {
    server.stop();
  }
}
