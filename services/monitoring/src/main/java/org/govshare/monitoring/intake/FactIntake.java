package org.govshare.monitoring.intake;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.platform.reactive.inbox.FactReceiver;
import org.govshare.platform.reactive.message.Envelope;
import org.govshare.protocol.address.Addresses;
import org.jboss.logging.Logger;

/** Receives what the exchange tells. */
@Singleton
class FactIntake {

  private static final Logger LOG = Logger.getLogger(FactIntake.class);

  private static final String PUT_ASIDE =
      """
      insert into refused_fact (producer, sequence, type, payload, reason, received_at)
      values (?1, ?2, ?3, cast(cast(?4 as text) as jsonb), ?5, ?6)
      """;

  private final FactReceiver facts;
  private final Map<String, FactHandler> handlers;
  private final Clock clock;

  FactIntake(FactReceiver facts, @All List<FactHandler> handlers, Clock clock) {
    this.facts = facts;
    this.handlers =
        handlers.stream().collect(Collectors.toMap(FactHandler::type, Function.identity()));
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    facts.receive(Addresses.fact("exchange", "monitoring"), this::apply);
  }

  private Uni<Void> apply(Envelope fact) {
    FactHandler handler = handlers.get(fact.type());
    if (handler == null) {
      LOG.debugf("Fact of type %s does not concern monitoring", fact.type());
      return Uni.createFrom().voidItem();
    }
    return Uni.createFrom()
        .deferred(() -> handler.apply(fact.payload()))
        .onFailure(UnusableMessage.class)
        .recoverWithUni(unusable -> putAside(fact, unusable.getMessage()));
  }

  // A fact that is refused for ever would hold back all that come after it.
  private Uni<Void> putAside(Envelope fact, String reason) {
    LOG.errorf(
        "Fact %s %d of %s is put aside: %s", fact.type(), fact.sequence(), fact.producer(), reason);
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(PUT_ASIDE)
                    .setParameter(1, fact.producer())
                    .setParameter(2, fact.sequence())
                    .setParameter(3, fact.type())
                    .setParameter(4, fact.payload().toString())
                    .setParameter(5, reason)
                    .setParameter(6, OffsetDateTime.now(clock))
                    .executeUpdate())
        .replaceWithVoid();
  }
}
