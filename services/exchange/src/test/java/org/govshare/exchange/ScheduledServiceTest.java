package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.govshare.exchange.dispatch.Dispatcher;
import org.junit.jupiter.api.BeforeEach;

/** What tests of schedules share: a service, its schedule, and a dispatcher called by hand. */
abstract class ScheduledServiceTest extends ExchangeTest {

  @Inject AgroalDataSource database;
  @Inject Dispatcher dispatcher;

  Scene scene;
  UUID service;

  @BeforeEach
  void aService() {
    scene = new Scene();
    service = scene.service();
  }

  static ValidatableResponse write(UUID service, int version, Map<String, Object> draft) {
    return designer()
        .header("If-Match", "\"" + version + "\"")
        .body(draft)
        .put(API + "/services/" + service + "/schedule")
        .then();
  }

  static Map<String, Object> with(Map<String, Object> draft, String key, Object value) {
    Map<String, Object> changed = new HashMap<>(draft);
    changed.put(key, value);
    return changed;
  }

  static Map<String, Object> hourly() {
    return Map.of("kind", "CRON", "cron", "0 0 * * * ?");
  }

  static ValidatableResponse firings(UUID service) {
    return get(monitor(), "/services/" + service + "/firings").statusCode(200);
  }

  static JsonPath runs(UUID service) {
    return get(monitor(), "/runs?service=" + service).extract().jsonPath();
  }

  /** Makes the next firing due. */
  void due(UUID service) {
    change("UPDATE service_schedule SET next_at = ? WHERE service_id = ?", service);
  }

  void change(String sql, UUID service) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setTimestamp(1, Timestamp.from(Instant.now().minusSeconds(5)));
      update.setObject(2, service);
      assertThat(update.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void dispatch() {
    try {
      VertxContextSupport.subscribeAndAwait(dispatcher::dispatch);
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }
}
