package org.govshare.catalog.grant;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.lifecycle.ActiveGrants;

/** Reads what active grants hold. */
@Singleton
class HeldItems implements ActiveGrants {

  private static final String HELD =
      """
      select g.id, i.name, i.fieldName
      from Grant g join g.items entry, DataItem i, InformationResource r
      where i.id = entry.itemId and r.id = g.resourceId and r.seriesId = ?1
        and g.revokedAt is null and g.expiresAt > ?2
      """;

  private final Clock clock;

  HeldItems(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Uni<List<Held>> on(UUID seriesId) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createQuery(HELD, Object[].class)
                    .setParameter(1, seriesId)
                    .setParameter(2, clock.instant())
                    .getResultList())
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Held((UUID) row[0], (String) row[1], (String) row[2]))
                    .toList());
  }
}
