package org.govshare.exchange.reconciliation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.govshare.exchange.ExchangeConfig;
import org.jboss.logging.Logger;

/** Ends reconciliations of which a node has said nothing for too long. */
@Singleton
public class SilentNodes {

  private static final Logger LOG = Logger.getLogger(SilentNodes.class);
  private static final int LIMIT = 100;

  private final ReconciliationRepository reconciliations;
  private final ExchangeConfig config;
  private final Clock clock;

  SilentNodes(ReconciliationRepository reconciliations, ExchangeConfig config, Clock clock) {
    this.reconciliations = reconciliations;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "${govshare.exchange.reconciliations.interval:30S}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    return end(clock.instant())
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.warnf("Silent reconciliations were not looked for: %s", failure.getMessage());
              return Uni.createFrom().voidItem();
            });
  }

  /** Ends those that are silent at a moment. */
  public Uni<Void> end(Instant now) {
    return Panache.withTransaction(
        () ->
            reconciliations
                .silentSince(now.minus(config.reconciliations().timeout()), LIMIT)
                .invoke(found -> found.forEach(it -> it.silent(now)))
                .replaceWithVoid());
  }
}
