package org.govshare.catalog.person;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.govshare.platform.identity.CurrentUser;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Notes every caller who is signed in. */
@Singleton
class PersonFilter {

  private final SecurityIdentity identity;
  private final CurrentUser user;
  private final PersonSightings sightings;

  PersonFilter(SecurityIdentity identity, CurrentUser user, PersonSightings sightings) {
    this.identity = identity;
    this.user = user;
    this.sightings = sightings;
  }

  @ServerRequestFilter
  Uni<Void> note() {
    return identity.isAnonymous() ? Uni.createFrom().voidItem() : sightings.seen(user.caller());
  }
}
