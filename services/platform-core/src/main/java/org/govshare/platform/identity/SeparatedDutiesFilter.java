package org.govshare.platform.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import org.govshare.platform.problem.Forbidden;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a token with two of the 三员 roles before any endpoint runs, whatever it asks for. */
@Singleton
class SeparatedDutiesFilter {

  private final SecurityIdentity identity;

  SeparatedDutiesFilter(SecurityIdentity identity) {
    this.identity = identity;
  }

  @ServerRequestFilter
  void refuseTwoDuties() {
    if (identity.getRoles().stream().filter(Roles.SEPARATED::contains).count() > 1) {
      throw new Forbidden("separated-duties");
    }
  }
}
