package org.govshare.exchange.intake;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.govshare.exchange.grant.GrantGiven;
import org.govshare.exchange.grant.GrantRevoked;
import org.govshare.exchange.grant.GrantService;
import org.govshare.exchange.json.JsonText;
import org.govshare.exchange.run.RunStopper;
import org.govshare.platform.reactive.inbox.FactReceiver;
import org.govshare.platform.reactive.message.Envelope;
import org.govshare.protocol.address.Addresses;
import org.jboss.logging.Logger;

/** Takes in the catalogue's facts. */
@Singleton
class FactIntake {

  private static final Logger LOG = Logger.getLogger(FactIntake.class);
  private static final String REVOKED = "grant-revoked";

  private final FactReceiver facts;
  private final GrantService grants;
  private final RunStopper stopper;

  FactIntake(FactReceiver facts, GrantService grants, RunStopper stopper) {
    this.facts = facts;
    this.grants = grants;
    this.stopper = stopper;
  }

  void start(@Observes StartupEvent event) {
    facts.receive(Addresses.fact("catalog", "exchange"), this::apply);
  }

  // A fact that cannot be read would come again for ever and hold up all after it. Passing it over
  // leaves things closed: nothing is granted by it.
  private Uni<Void> apply(Envelope fact) {
    try {
      return applied(fact);
    } catch (JsonText.Unreadable unreadable) {
      LOG.errorf(
          unreadable, "Fact %d, %s, is unreadable and passed over", fact.sequence(), fact.type());
      return Uni.createFrom().voidItem();
    }
  }

  private Uni<Void> applied(Envelope fact) {
    return switch (fact.type()) {
      case "GrantGiven" -> grants.given(JsonText.read(fact.payload(), GrantGiven.class));
      case "GrantRevoked" -> revoked(JsonText.read(fact.payload(), GrantRevoked.class));
      default -> {
        LOG.debugf("A fact of type %s does not concern this service", fact.type());
        yield Uni.createFrom().voidItem();
      }
    };
  }

  private Uni<Void> revoked(GrantRevoked fact) {
    return grants
        .revoked(fact)
        .chain(
            ended ->
                ended ? stopper.grantEnded(fact.grantId(), REVOKED) : Uni.createFrom().voidItem());
  }
}
