package org.govshare.portal.proxy;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import org.govshare.portal.PortalConfig;
import org.govshare.portal.security.EdgeProblem;

/** Routes {@code /api/catalog/*}, {@code /api/exchange/*} and {@code /api/monitoring/*}. */
@ApplicationScoped
class ServiceProxy {

  private final PortalConfig config;
  private final HttpClient client;

  ServiceProxy(PortalConfig config, Vertx vertx) {
    this.config = config;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(5_000)
                .setDecompressionSupported(false)
                .setVerifyHost(true),
            new PoolOptions().setHttp1MaxSize(64));
  }

  @PreDestroy
  void close() {
    client.close();
  }

  void install(@Observes Router router) {
    route(router, "/api/catalog/*", config.catalog().url());
    route(router, "/api/exchange/*", config.exchange().url());
    route(router, "/api/monitoring/*", config.monitoring().url());
    router
        .route("/api/*")
        .last()
        .handler(context -> EdgeProblem.NO_SUCH_ADDRESS.write(context.request()));
  }

  private void route(Router router, String path, URI service) {
    boolean secure = "https".equals(service.getScheme());
    RequestOptions origin =
        new RequestOptions()
            .setHost(service.getHost())
            .setPort(service.getPort() > 0 ? service.getPort() : secure ? 443 : 80)
            .setSsl(secure);
    router.route(path).handler(context -> pass(context, origin));
  }

  private void pass(RoutingContext context, RequestOptions origin) {
    Optional<String> token = accessToken(context);
    if (token.isEmpty()) {
      EdgeProblem.SIGN_IN_REQUIRED.write(context.request());
      return;
    }
    // Upgrades would bypass the hand-over below, and the cookie with it.
    HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
        .origin(
            (OriginRequestProvider)
                proxyContext -> proxyContext.client().request(new RequestOptions(origin)))
        .addInterceptor(new TokenHandOver(token.get()))
        .handle(context.request());
  }

  private static Optional<String> accessToken(RoutingContext context) {
    if (context.user() instanceof QuarkusHttpUser user
        && !user.getSecurityIdentity().isAnonymous()) {
      AccessTokenCredential credential =
          user.getSecurityIdentity().getCredential(AccessTokenCredential.class);
      return Optional.ofNullable(credential).map(AccessTokenCredential::getToken);
    }
    return Optional.empty();
  }
}
