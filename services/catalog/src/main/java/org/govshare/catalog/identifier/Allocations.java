package org.govshare.catalog.identifier;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads and writes what is allotted, in the caller's transaction. The row of a prefix is the lock
 * under which numbers below it are given out, kept and reserved.
 */
@Singleton
public class Allocations {

  static final String LOCK =
      """
      insert into identifier_prefix as known (prefix, last_number) values (?1, 0)
      on conflict (prefix) do update set last_number = known.last_number
      returning last_number
      """;

  private static final String LOOK_AGAIN =
      "update identifier_prefix set last_number = least(last_number, ?2 - 1) where prefix = ?1";

  // Looks no further than it must: as many numbers as are wanted, and as many as may be in between.
  static final String FREE =
      """
      with bounds as (select cast(?2 as integer) as above, cast(?3 as integer) as wanted),
      latest as (
          select cast(
              least(
                  99999,
                  above + wanted
                      + (select count(*) from identifier_allocation a
                          where a.prefix = ?1 and a.number > above)
                      + (select coalesce(sum(r.last_number - r.first_number + 1), 0)
                          from identifier_reservation r
                          where r.prefix = ?1 and r.released_at is null and r.last_number > above))
              as integer) as number
          from bounds)
      select each.number
      from bounds, latest, generate_series(above + 1, latest.number) as each (number)
      where not exists (
              select 1 from identifier_allocation a
              where a.prefix = ?1 and a.number = each.number)
          and not exists (
              select 1 from identifier_reservation r
              where r.prefix = ?1 and r.released_at is null
                  and each.number between r.first_number and r.last_number)
      order by each.number
      limit (select wanted from bounds)
      """;

  private static final String REMEMBER =
      """
      insert into identifier_allocation (series_id, identifier, kept, allocated_at)
      select series, identifier, ?3, ?4 from unnest(cast(?1 as uuid[]), cast(?2 as text[])) as given (series, identifier)
      """;

  private static final String RESERVED_FOR =
      """
      select department_code from identifier_reservation
      where prefix = ?1 and released_at is null and ?2 between first_number and last_number
      """;

  private static final String TAKEN =
      """
      select min(identifier) from identifier_allocation where prefix = ?1 and number between ?2 and ?3
      """;

  Allocations() {}

  /**
   * Makes everybody else who allots, keeps or reserves under a prefix wait until this transaction
   * ends.
   *
   * @return the number up to which nothing is free
   */
  public Uni<Integer> lock(String prefix) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(LOCK, Integer.class)
                    .setParameter(1, prefix)
                    .getSingleResult());
  }

  /** Has the search for free numbers begin at a number again. */
  public Uni<Void> lookAgainFrom(String prefix, int number) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(LOOK_AGAIN)
                    .setParameter(1, prefix)
                    .setParameter(2, number)
                    .executeUpdate())
        .replaceWithVoid();
  }

  Uni<Void> foundUpTo(String prefix, int number) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "update identifier_prefix set last_number = ?2 where prefix = ?1")
                    .setParameter(1, prefix)
                    .setParameter(2, number)
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** The lowest free numbers above one, as many as are wanted or fewer if there are no more. */
  Uni<List<Integer>> free(String prefix, int above, int wanted) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(FREE, Integer.class)
                    .setParameter(1, prefix)
                    .setParameter(2, above)
                    .setParameter(3, wanted)
                    .getResultList());
  }

  Uni<Void> remember(Map<UUID, String> given, boolean kept, Instant now) {
    List<UUID> series = List.copyOf(given.keySet());
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(REMEMBER)
                    .setParameter(1, series.toArray(UUID[]::new))
                    .setParameter(2, series.stream().map(given::get).toArray(String[]::new))
                    .setParameter(3, kept)
                    .setParameter(4, now.atOffset(ZoneOffset.UTC))
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** What is allotted to some series, without those that have nothing yet. */
  Uni<Map<UUID, String>> of(Collection<UUID> seriesIds) {
    if (seriesIds.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select series_id, identifier from identifier_allocation"
                            + " where series_id = any(cast(?1 as uuid[]))",
                        Object[].class)
                    .setParameter(1, seriesIds.toArray(UUID[]::new))
                    .getResultList())
        .map(
            rows ->
                rows.stream()
                    .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1])));
  }

  /** The series that has an identifier. */
  Uni<Optional<UUID>> holder(String identifier) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select series_id from identifier_allocation where identifier = ?1",
                        UUID.class)
                    .setParameter(1, identifier)
                    .getResultList())
        .map(found -> found.stream().findFirst());
  }

  /** The department for which a number is held back. */
  Uni<Optional<String>> reservedFor(String prefix, int number) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(RESERVED_FOR, String.class)
                    .setParameter(1, prefix)
                    .setParameter(2, number)
                    .getResultList())
        .map(found -> found.stream().findFirst());
  }

  /** The lowest identifier allotted within a range. */
  public Uni<Optional<String>> taken(String prefix, int first, int last) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(TAKEN, String.class)
                    .setParameter(1, prefix)
                    .setParameter(2, first)
                    .setParameter(3, last)
                    .getSingleResultOrNull())
        .map(Optional::ofNullable);
  }

  /** Whether a department is registered. */
  public Uni<Boolean> knowsDepartment(String code) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery("select code from department where code = ?1", String.class)
                    .setParameter(1, code)
                    .getResultList())
        .map(found -> !found.isEmpty());
  }
}
