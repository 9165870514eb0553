package org.govshare.catalog.person;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.jboss.logging.Logger;

/**
 * Writes down who calls, on a connection of its own: what the call does may fail, and who made it
 * is known all the same. A failure here never fails the call. Filters are made while the program is
 * built, before there is any configuration; the scope puts this one off until it is called.
 */
@ApplicationScoped
class PersonSightings {

  private static final Logger LOG = Logger.getLogger(PersonSightings.class);
  private static final int REMEMBERED = 10_000;

  /** Roles of the platform; what else an identity provider puts into tokens says nothing here. */
  private static final Set<String> KNOWN_ROLES =
      Set.of(
          Roles.CATALOG_EDITOR,
          Roles.DEPARTMENT_REVIEWER,
          Roles.NODE_OPERATOR,
          Roles.REQUESTER,
          Roles.CATALOG_PUBLISHER,
          Roles.SHARING_REVIEWER,
          Roles.EXCHANGE_DESIGNER,
          Roles.EXCHANGE_OPERATOR,
          Roles.MONITOR,
          Roles.SYSADMIN,
          Roles.SECADMIN,
          Roles.AUDITOR);

  private static final String UPSERT =
      """
      insert into person (name, department, roles, first_seen, last_seen)
      values ($1, $2, $3, $4, $4)
      on conflict (name) do update
      set department = excluded.department, roles = excluded.roles, last_seen = excluded.last_seen
      """;

  private final Pool pool;
  private final Clock clock;
  private final Duration interval;
  private final Map<Caller, Instant> written =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Caller, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  PersonSightings(Pool pool, Clock clock, PersonConfig config) {
    this.pool = pool;
    this.clock = clock;
    this.interval = config.interval();
  }

  /** Ends when the caller is known; at once if they were written down a short while ago. */
  Uni<Void> seen(Caller caller) {
    Instant now = clock.instant();
    if (!due(caller, now)) {
      return Uni.createFrom().voidItem();
    }
    String[] roles = caller.roles().stream().filter(KNOWN_ROLES::contains).toArray(String[]::new);
    return pool.preparedQuery(UPSERT)
        .execute(
            Tuple.from(
                new Object[] {
                  caller.name(),
                  caller.department().orElse(null),
                  roles,
                  now.atOffset(ZoneOffset.UTC)
                }))
        .replaceWithVoid()
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.warnf("A sighting was not written: %s", failure.getMessage());
              forget(caller);
              return Uni.createFrom().voidItem();
            });
  }

  private synchronized boolean due(Caller caller, Instant now) {
    Instant last = written.get(caller);
    if (last != null && now.isBefore(last.plus(interval))) {
      return false;
    }
    written.put(caller, now);
    return true;
  }

  private synchronized void forget(Caller caller) {
    written.remove(caller);
  }
}
