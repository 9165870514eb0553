package org.govshare.catalog.resource;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.govshare.catalog.search.SearchText;
import org.govshare.platform.problem.InvalidInput;

/**
 * A department has one resource of a name. Names that differ only by case, width, blanks or
 * punctuation are the same name; what was withdrawn or replaced frees its name.
 */
@Singleton
public class ResourceNames {

  private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtext(?1))";

  // Of each series the latest version that is in the catalogue or on its way there.
  private static final String TAKEN =
      """
      select distinct on (r.series_id) r.name, a.identifier
      from information_resource r left join identifier_allocation a on a.series_id = r.series_id
      where r.department_code = ?1 and r.series_id <> ?2
        and r.state not in ('SUPERSEDED', 'WITHDRAWN')
      order by r.series_id, r.version desc
      """;

  ResourceNames() {}

  /** What is left of a name: two names with the same key are the same, unless nothing is left. */
  public static String key(String name) {
    return SearchText.folded(name);
  }

  /**
   * Refuses a name that another resource of the department has, in the caller's transaction. Until
   * that ends, no other form of the department gets past this.
   *
   * @param series the resource's own, whose versions may share the name
   */
  Uni<Void> checkFree(String department, String name, UUID series) {
    String wanted = key(name);
    if (wanted.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(LOCK, Integer.class)
                    .setParameter(1, "resource-name " + department)
                    .getSingleResult()
                    .chain(
                        () ->
                            session
                                .createNativeQuery(TAKEN, Object[].class)
                                .setParameter(1, department)
                                .setParameter(2, series)
                                .getResultList()))
        .invoke(
            rows ->
                rows.stream()
                    .filter(row -> key((String) row[0]).equals(wanted))
                    .findFirst()
                    .ifPresent(
                        row -> {
                          throw new InvalidInput(
                              "name",
                              "duplicate-in-catalogue",
                              row[0],
                              row[1] == null ? "—" : row[1]);
                        }))
        .replaceWithVoid();
  }
}
