package org.govshare.portal.security;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Whatever asks the API is a script: it gets a status, never a redirect to the login page. */
@ApplicationScoped
class ScriptRequests implements JavaScriptRequestChecker {

  @Override
  public boolean isJavaScriptRequest(RoutingContext context) {
    return context.normalizedPath().startsWith("/api/");
  }
}
