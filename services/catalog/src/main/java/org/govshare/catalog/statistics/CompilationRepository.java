package org.govshare.catalog.statistics;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.reactive.paging.PagedQuery;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Counts published resources by library. A library is a category of the second level with all below
 * it, or one of the first level that has none below; what is filed under another category of the
 * first level counts in the total alone.
 */
@Singleton
class CompilationRepository {

  private static final String NUMBERS =
      """
      count(distinct resource.department_code), count(distinct resource.office_id),
      count(distinct resource.function_id), count(resource.id),
      coalesce(sum(resource.item_count), 0),
      count(*) filter (where resource.sharing_type <> 'NOT_SHARED'),
      count(*) filter (where resource.open_type = 'OPEN')
      """;

  private static final String OF_LIBRARIES =
      """
      with recursive filed as (
        select library.code, library.code as library
        from category library
        left join category above on above.code = library.parent
        where (above.code is not null and above.parent is null)
           or (library.parent is null
               and not exists (select from category below where below.parent = library.code))
        union all
        select below.code, filed.library
        from category below
        join filed on filed.code = below.parent
      )
      select filed.library,
      """
          + NUMBERS
          + """
      from filed
      left join information_resource resource
        on resource.category_code = filed.code and resource.state = 'PUBLISHED'
      group by filed.library
      order by filed.library
      """;

  private static final String OF_ALL =
      "select null," + NUMBERS + "from information_resource resource where state = 'PUBLISHED'";

  private static final String RESOURCES_OF_ALL =
      "select * from information_resource where state = 'PUBLISHED'";

  private static final String RESOURCES_OF_LIBRARY =
      """
      with recursive filed as (
        select code from category where code = ?1
        union all
        select below.code from category below join filed on filed.code = below.parent
      )
      select * from information_resource
      where state = 'PUBLISHED' and category_code in (select code from filed)
      """;

  private static final String ITEM =
      "select item.id, item.name, item.field_name, item.data_type, resource.id as resource_id,"
          + " resource.identifier, resource.name as resource_name, resource.department_code";

  CompilationRepository() {}

  Uni<List<LibraryCounts>> ofLibraries() {
    return Panache.getSession()
        .chain(session -> session.createNativeQuery(OF_LIBRARIES, Object[].class).getResultList())
        .map(rows -> rows.stream().map(CompilationRepository::counts).toList());
  }

  Uni<LibraryCounts> ofAll() {
    return Panache.getSession()
        .chain(session -> session.createNativeQuery(OF_ALL, Object[].class).getSingleResult())
        .map(CompilationRepository::counts);
  }

  private static LibraryCounts counts(Object[] row) {
    return new LibraryCounts(
        (String) row[0],
        number(row[1]),
        number(row[2]),
        number(row[3]),
        number(row[4]),
        number(row[5]),
        number(row[6]),
        number(row[7]));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  /** Who stands behind the resources of a library, those with most first. */
  Uni<Page<Contributor>> contributors(
      Optional<String> library, ContributorKind kind, PageRequest page) {
    String counted = kind.counted(library.isPresent() ? RESOURCES_OF_LIBRARY : RESOURCES_OF_ALL);
    return Panache.getSession()
        .chain(
            session ->
                PagedQuery.read(
                        of(
                            library,
                            session.createNativeQuery(
                                "select count(*) from (" + counted + ") contributor", Long.class)),
                        of(
                            library,
                            session.createNativeQuery(
                                counted + " order by counted desc, 1", Object[].class)),
                        page)
                    .map(found -> found.map(CompilationRepository::contributor)));
  }

  /** The items that the resources of a library have, resource by resource. */
  Uni<Page<CountedItem>> items(Optional<String> library, PageRequest page) {
    String counted =
        " from ("
            + (library.isPresent() ? RESOURCES_OF_LIBRARY : RESOURCES_OF_ALL)
            + ") resource join data_item item on item.resource_id = resource.id";
    return Panache.getSession()
        .chain(
            session ->
                PagedQuery.read(
                        of(
                            library,
                            session.createNativeQuery("select count(*)" + counted, Long.class)),
                        of(
                            library,
                            session.createNativeQuery(
                                ITEM
                                    + counted
                                    + " order by resource.identifier, resource.id, item.position",
                                Object[].class)),
                        page)
                    .map(found -> found.map(CompilationRepository::item)));
  }

  private static CountedItem item(Object[] row) {
    return new CountedItem(
        (UUID) row[0],
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (UUID) row[4],
        (String) row[5],
        (String) row[6],
        (String) row[7]);
  }

  private static <T> Mutiny.SelectionQuery<T> of(
      Optional<String> library, Mutiny.SelectionQuery<T> query) {
    return library.map(code -> query.setParameter(1, code)).orElse(query);
  }

  private static Contributor contributor(Object[] row) {
    return new Contributor((String) row[0], (String) row[1], (String) row[2], number(row[3]));
  }
}
