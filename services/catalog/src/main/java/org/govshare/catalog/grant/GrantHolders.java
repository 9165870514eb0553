package org.govshare.catalog.grant;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Who holds grants at present. All methods run in the caller's session. */
@Singleton
public class GrantHolders {

  private static final String ON_SERIES =
      """
      select distinct g.requesterDepartment from Grant g, InformationResource r
      where r.id = g.resourceId and r.seriesId = ?1 and g.revokedAt is null and g.expiresAt > ?2
      """;

  // An item has another identity in each version, but keeps its column or at least its name.
  private static final String ON_ITEM =
      ON_SERIES
          + """
          and exists (
              select 1 from Grant held join held.items entry, DataItem granted, DataItem meant
              where held.id = g.id and granted.id = entry.itemId and meant.id = ?3
                and (granted.id = meant.id or granted.name = meant.name
                     or granted.fieldName = meant.fieldName))
          """;

  private final Clock clock;

  GrantHolders(Clock clock) {
    this.clock = clock;
  }

  /** Departments that may take items of any version of a resource. */
  public Uni<Set<String>> on(UUID seriesId) {
    Instant now = clock.instant();
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createQuery(ON_SERIES, String.class)
                    .setParameter(1, seriesId)
                    .setParameter(2, now)
                    .getResultList())
        .map(TreeSet::new);
  }

  /** Departments that may take this item in any version of its resource. */
  public Uni<Set<String>> on(UUID seriesId, UUID itemId) {
    Instant now = clock.instant();
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createQuery(ON_ITEM, String.class)
                    .setParameter(1, seriesId)
                    .setParameter(2, now)
                    .setParameter(3, itemId)
                    .getResultList())
        .map(TreeSet::new);
  }
}
