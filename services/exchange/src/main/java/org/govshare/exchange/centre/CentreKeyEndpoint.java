package org.govshare.exchange.centre;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.govshare.exchange.access.Scope;
import org.govshare.platform.identity.CurrentUser;

/** The exchange's public keys, for the configuration of agents and for checking receipts. */
@Path("/api/exchange/v1/signing-keys")
@Authenticated
class CentreKeyEndpoint {

  private final CentreKey key;
  private final CurrentUser user;

  CentreKeyEndpoint(CentreKey key, CurrentUser user) {
    this.key = key;
    this.user = user;
  }

  /** The keys. */
  @GET
  public Uni<CentreKeyView> get() {
    Scope.of(user.caller());
    return Uni.createFrom()
        .item(
            new CentreKeyView(
                key.signing().map(it -> it.keyId().toString()).orElse(null), key.publicKeys()));
  }
}
