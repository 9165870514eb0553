package org.govshare.portal.security;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * {@code GET /login?return=/path} starts the code flow, because it is only for the authenticated,
 * and afterwards goes on to a page of the portal. {@code /logout} is handled by the OIDC extension.
 */
@ApplicationScoped
class LoginRoutes {

  void install(@Observes Router router) {
    router.route(HttpMethod.GET, "/login").handler(LoginRoutes::goOn);
    router.route(HttpMethod.GET, "/login/callback").handler(LoginRoutes::goOn);
    router
        .route(HttpMethod.GET, "/login/failed")
        .handler(context -> redirect(context, "/?signin=failed"));
  }

  private static void goOn(RoutingContext context) {
    List<String> wanted = context.queryParam("return");
    redirect(context, wanted.isEmpty() ? "/" : localPath(wanted.getFirst()));
  }

  /** The path, if it is one of the portal's own; the first page otherwise. */
  static String localPath(String wanted) {
    boolean local =
        wanted.matches("/[\\x21-\\x7e]*")
            && !wanted.startsWith("//")
            && !wanted.contains("\\")
            && !wanted.startsWith("/login")
            && !wanted.startsWith("/logout");
    return local ? wanted : "/";
  }

  private static void redirect(RoutingContext context, String path) {
    context
        .response()
        .setStatusCode(302)
        .putHeader("Location", path)
        .putHeader("Cache-Control", "no-store")
        .end();
  }
}
