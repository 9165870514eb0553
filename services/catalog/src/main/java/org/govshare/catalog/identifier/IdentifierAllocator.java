package org.govshare.catalog.identifier;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.problem.Conflict;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Allots identifiers of the form 前段码 (6 digits) 中段码 (10 digits) {@code /} 后段码 (5 digits), after the
 * provincial rules for resource identifiers. What the sixteen digits are made of is kept in the
 * table {@code identifier_segment}.
 */
@Singleton
public class IdentifierAllocator {

  private static final int LAST_NUMBER = 99_999;

  private static final String ALLOCATED =
      "select identifier from identifier_allocation where series_id = ?1";

  private static final String PREFIX =
      """
      select string_agg(
          case source when 'CATEGORY' then ?1 when 'DEPARTMENT' then ?2 else constant end,
          '' order by position)
      from identifier_segment
      """;

  // Waits for the transaction that holds the prefix; if that one rolls back, its number is free
  // again.
  private static final String NEXT =
      """
      insert into identifier_prefix as known (prefix, last_number) values (?1, 1)
      on conflict (prefix) do update set last_number = known.last_number + 1
      where known.last_number < 99999
      returning last_number
      """;

  private static final String REMEMBER =
      "insert into identifier_allocation (series_id, identifier, allocated_at) values (?1, ?2, ?3)";

  private final Clock clock;

  IdentifierAllocator(Clock clock) {
    this.clock = clock;
  }

  /**
   * The identifier of a series, allotted in the caller's transaction if it has none yet. Other
   * publications under the same prefix wait until that transaction ends, so call this last.
   *
   * @param seriesId what all versions of the resource share
   * @param categoryCode six digits
   * @param departmentSerial four digits
   * @return for example {@code 0102011300000001/00001}
   * @throws Conflict if all numbers under the prefix are given out (409)
   */
  public Uni<String> identifierOf(UUID seriesId, String categoryCode, String departmentSerial) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(ALLOCATED, String.class)
                    .setParameter(1, seriesId)
                    .getResultList()
                    .chain(
                        known ->
                            known.isEmpty()
                                ? allot(session, seriesId, categoryCode, departmentSerial)
                                : Uni.createFrom().item(known.get(0))));
  }

  private Uni<String> allot(
      Mutiny.Session session, UUID seriesId, String categoryCode, String departmentSerial) {
    return session
        .createNativeQuery(PREFIX, String.class)
        .setParameter(1, categoryCode)
        .setParameter(2, departmentSerial)
        .getSingleResult()
        .chain(
            prefix ->
                session
                    .createNativeQuery(NEXT, Integer.class)
                    .setParameter(1, prefix)
                    .getResultList()
                    .map(numbers -> identifier(prefix, numbers)))
        .chain(
            identifier ->
                session
                    .createNativeQuery(REMEMBER)
                    .setParameter(1, seriesId)
                    .setParameter(2, identifier)
                    .setParameter(3, OffsetDateTime.now(clock))
                    .executeUpdate()
                    .replaceWith(identifier));
  }

  private static String identifier(String prefix, List<Integer> numbers) {
    if (numbers.isEmpty()) {
      throw new Conflict("identifiers-exhausted", prefix, LAST_NUMBER);
    }
    String digits = String.valueOf(numbers.get(0));
    return prefix + "/" + "0".repeat(5 - digits.length()) + digits;
  }
}
