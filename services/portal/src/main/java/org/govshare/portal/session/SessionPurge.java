package org.govshare.portal.session;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.govshare.portal.PortalConfig;
import org.jboss.logging.Logger;

/** Deletes sessions that have ended. Replicas may do so at the same time. */
@ApplicationScoped
class SessionPurge {

  private static final Logger LOG = Logger.getLogger(SessionPurge.class);

  private final SessionRepository sessions;
  private final PortalConfig config;
  private final Clock clock;

  SessionPurge(SessionRepository sessions, PortalConfig config, Clock clock) {
    this.sessions = sessions;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "${govshare.portal.session.purge-interval:10m}",
      delayed = "30s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> purge() {
    Instant now = clock.instant();
    return sessions
        .deleteEnded(now, now.minus(config.session().lifetime()))
        .invoke(count -> LOG.debugf("sessions.purged=%d", count))
        .replaceWithVoid();
  }
}
