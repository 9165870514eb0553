package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.govshare.exchange.grant.GrantService;
import org.jboss.logging.Logger;

/** Finds grants whose time has run out. Several replicas may: each grant is ended once. */
@Singleton
class GrantExpiry {

  private static final Logger LOG = Logger.getLogger(GrantExpiry.class);
  private static final String EXPIRED = "grant-expired";

  private final GrantService grants;
  private final RunStopper stopper;

  GrantExpiry(GrantService grants, RunStopper stopper) {
    this.grants = grants;
    this.stopper = stopper;
  }

  @Scheduled(
      every = "${govshare.exchange.grant-expiry.interval:10S}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> expire() {
    return grants
        .ranOut()
        .onItem()
        .transformToMulti(ids -> Multi.createFrom().iterable(ids))
        .onItem()
        .transformToUniAndConcatenate(this::expire)
        .collect()
        .last()
        .replaceWithVoid()
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.warnf("Grants that ran out were not ended: %s", failure.getMessage());
              return Uni.createFrom().voidItem();
            });
  }

  private Uni<Void> expire(UUID grant) {
    return Panache.withTransaction(
        () ->
            grants
                .expire(grant)
                .chain(
                    ended -> {
                      if (!ended) {
                        return Uni.createFrom().voidItem();
                      }
                      LOG.infof("Grant %s has run out", grant);
                      return stopper.grantEnded(grant, EXPIRED);
                    }));
  }
}
