package org.govshare.catalog.identifier;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.identifier.scheme.IdentifierCheck;
import org.govshare.catalog.identifier.scheme.IdentifierScheme;
import org.govshare.catalog.identifier.scheme.IdentifierSchemes;
import org.govshare.catalog.identifier.scheme.SegmentValues;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.Problem;

/**
 * Allots identifiers of the form 前段码 (6 digits) 中段码 (10 digits) {@code /} 后段码 (5 digits), after the
 * provincial rules for resource identifiers. What the sixteen digits are made of is said by the
 * {@link IdentifierScheme}. The five are the lowest number under the prefix that is neither
 * allotted nor kept nor reserved; an identifier once given belongs to its series for ever.
 */
@Singleton
public class IdentifierAllocator {

  private static final int LAST_NUMBER = 99_999;

  private final Allocations allocations;
  private final IdentifierSchemes schemes;
  private final Clock clock;

  IdentifierAllocator(Allocations allocations, IdentifierSchemes schemes, Clock clock) {
    this.allocations = allocations;
    this.schemes = schemes;
    this.clock = clock;
  }

  /**
   * The identifier of a series, allotted in the caller's transaction if it has none yet. Other
   * publications under the same prefix wait until that transaction ends, so call this last.
   *
   * @param seriesId what all versions of the resource share
   * @param values what it is made from
   * @return for example {@code 0102011300000001/00001}
   * @throws Conflict if all numbers under the prefix are given out (409)
   */
  public Uni<String> identifierOf(UUID seriesId, SegmentValues values) {
    return identifiersOf(Map.of(seriesId, values))
        .map(
            allotted -> {
              if (allotted.refused().containsKey(seriesId)) {
                throw allotted.refused().get(seriesId);
              }
              return allotted.identifiers().get(seriesId);
            });
  }

  /**
   * What several series were given.
   *
   * @param identifiers of those that have one now
   * @param refused why the others have none
   */
  public record Allotted(Map<UUID, String> identifiers, Map<UUID, Problem> refused) {}

  /**
   * The identifiers of several series, allotted in the caller's transaction to those that have none
   * yet. Prefixes are locked in their order, so that two such calls do not wait for each other.
   * Where fewer numbers are left under a prefix than are wanted, the first get them.
   */
  public Uni<Allotted> identifiersOf(Map<UUID, SegmentValues> wanted) {
    return allocations
        .of(wanted.keySet())
        .chain(
            known ->
                known.size() == wanted.size()
                    ? Uni.createFrom().item(new Allotted(known, Map.of()))
                    : schemes.current().chain(scheme -> allotMissing(scheme, wanted, known)));
  }

  private Uni<Allotted> allotMissing(
      IdentifierScheme scheme, Map<UUID, SegmentValues> wanted, Map<UUID, String> known) {
    Map<String, List<UUID>> missing =
        wanted.entrySet().stream()
            .filter(entry -> !known.containsKey(entry.getKey()))
            .collect(
                Collectors.groupingBy(
                    entry -> scheme.prefix(entry.getValue()),
                    TreeMap::new,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    Map<UUID, String> all = new HashMap<>(known);
    Map<UUID, Problem> refused = new HashMap<>();
    return Multi.createFrom()
        .iterable(missing.entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            of ->
                allocateWhatIsLeft(of.getKey(), of.getValue())
                    .invoke(
                        given -> {
                          all.putAll(given);
                          of.getValue().stream()
                              .filter(series -> !given.containsKey(series))
                              .forEach(series -> refused.put(series, exhausted(of.getKey())));
                        }))
        .collect()
        .asList()
        .replaceWith(new Allotted(all, refused));
  }

  /**
   * Allots the lowest free numbers under a prefix, in the caller's transaction.
   *
   * @param seriesIds series without an identifier, in the order in which they get theirs
   * @throws Conflict if there are not that many numbers left (409)
   */
  public Uni<Map<UUID, String>> allocate(String prefix, Collection<UUID> seriesIds) {
    return allocateWhatIsLeft(prefix, seriesIds)
        .invoke(
            given -> {
              if (given.size() < seriesIds.size()) {
                throw exhausted(prefix);
              }
            });
  }

  private static Conflict exhausted(String prefix) {
    return new Conflict("identifiers-exhausted", prefix, LAST_NUMBER);
  }

  private Uni<Map<UUID, String>> allocateWhatIsLeft(String prefix, Collection<UUID> seriesIds) {
    return allocations
        .lock(prefix)
        .chain(last -> allocations.free(prefix, last, seriesIds.size()))
        .chain(
            numbers -> {
              if (numbers.isEmpty()) {
                return Uni.createFrom().item(Map.of());
              }
              Map<UUID, String> given = new LinkedHashMap<>();
              Iterator<Integer> free = numbers.iterator();
              for (UUID series : seriesIds) {
                if (free.hasNext()) {
                  given.put(series, IdentifierScheme.identifier(prefix, free.next()));
                }
              }
              return allocations
                  .remember(given, false, clock.instant())
                  .chain(() -> allocations.foundUpTo(prefix, numbers.getLast()))
                  .replaceWith(given);
            });
  }

  /**
   * Gives a series the identifier that it brought along, in the caller's transaction. Numbers are
   * allotted around it.
   *
   * @param departmentCode department of the resource, for ranges reserved for it
   * @throws Conflict if it does not fit the scheme, belongs to another series, is held back for
   *     another department, or the series has another one already (409)
   */
  public Uni<String> keep(UUID seriesId, String departmentCode, String identifier) {
    return schemes
        .current()
        .invoke(
            scheme -> {
              IdentifierCheck check = scheme.check(identifier);
              if (!check.isValid()) {
                throw new Conflict("identifier-not-fitting", identifier);
              }
            })
        .chain(() -> allocations.lock(prefix(identifier)))
        .chain(() -> allocations.of(List.of(seriesId)))
        .chain(
            known -> {
              if (identifier.equals(known.get(seriesId))) {
                return Uni.createFrom().item(identifier);
              }
              if (!known.isEmpty()) {
                throw new Conflict("series-has-identifier", known.get(seriesId));
              }
              return keepNew(seriesId, departmentCode, identifier);
            });
  }

  private Uni<String> keepNew(UUID seriesId, String departmentCode, String identifier) {
    return allocations
        .holder(identifier)
        .invoke(
            holder -> {
              if (holder.isPresent()) {
                throw new Conflict("identifier-taken", identifier);
              }
            })
        .chain(() -> allocations.reservedFor(prefix(identifier), number(identifier)))
        .invoke(
            reserved -> {
              if (reserved.isPresent() && !reserved.get().equals(departmentCode)) {
                throw new Conflict("identifier-reserved", identifier, reserved.get());
              }
            })
        .chain(() -> allocations.remember(Map.of(seriesId, identifier), true, clock.instant()))
        .replaceWith(identifier);
  }

  private static String prefix(String identifier) {
    return identifier.substring(0, IdentifierScheme.PREFIX_DIGITS);
  }

  private static int number(String identifier) {
    return Integer.parseInt(identifier.substring(IdentifierScheme.PREFIX_DIGITS + 1));
  }
}
