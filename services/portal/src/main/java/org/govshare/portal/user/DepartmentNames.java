package org.govshare.portal.user;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.govshare.portal.PortalConfig;
import org.jboss.logging.Logger;

/** Names of departments as the catalogue keeps them; asked for again when a code is not known. */
@ApplicationScoped
class DepartmentNames {

  private static final Logger LOG = Logger.getLogger(DepartmentNames.class);

  private final HttpClient client;
  private final RequestOptions request;
  private volatile Map<String, String> names = Map.of();

  DepartmentNames(PortalConfig config, Vertx vertx) {
    this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(2_000));
    this.request =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(config.catalog().url() + "/api/catalog/v1/departments")
            .setTimeout(3_000);
  }

  @PreDestroy
  void close() {
    client.close();
  }

  /** The name of a department, or its code when the catalogue gives none. */
  Uni<String> nameOf(String code, String accessToken) {
    String known = names.get(code);
    if (known != null) {
      return Uni.createFrom().item(known);
    }
    return Uni.createFrom()
        .completionStage(() -> ask(accessToken).toCompletionStage())
        .invoke(answer -> names = answer)
        .map(answer -> answer.getOrDefault(code, code))
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.warnf("departments.unanswered reason=%s", failure.getMessage());
              return code;
            });
  }

  private Future<Map<String, String>> ask(String accessToken) {
    return client
        .request(new RequestOptions(request))
        .compose(outgoing -> outgoing.putHeader("Authorization", "Bearer " + accessToken).send())
        .compose(
            response ->
                response.statusCode() == 200
                    ? response.body()
                    : Future.failedFuture("status " + response.statusCode()))
        .map(
            body -> {
              Object json = body.toJson();
              JsonArray items =
                  json instanceof JsonObject page ? page.getJsonArray("items") : (JsonArray) json;
              Map<String, String> read = new HashMap<>();
              for (Object item : items) {
                JsonObject department = (JsonObject) item;
                read.put(department.getString("code"), department.getString("name"));
              }
              return Map.copyOf(read);
            });
  }
}
