package org.govshare.catalog.department;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.catalog.reference.Conditions;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.Forbidden;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on departments. */
@Singleton
public class DepartmentRepository implements PanacheRepositoryBase<Department, String> {

  private static final String NEXT_SERIAL =
      """
      select to_char(number, 'FM0000') from generate_series(1, 9999) number
      where to_char(number, 'FM0000') not in (select serial from department)
      order by number limit 1
      """;

  DepartmentRepository() {}

  Uni<List<Department>> inOrder() {
    return list("order by serial");
  }

  Uni<Page<Department>> page(Conditions conditions, PageRequest page) {
    return count(conditions.text(), conditions.values())
        .chain(
            total ->
                find(conditions.text() + " order by serial", conditions.values())
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<Department> found) -> Page.of(found, total, page)));
  }

  /** All departments by code; there are a few hundred at most. */
  public Uni<Map<String, DepartmentView>> byCode() {
    return listAll()
        .map(
            all ->
                all.stream()
                    .map(Department::view)
                    .collect(Collectors.toMap(DepartmentView::code, Function.identity())));
  }

  /**
   * The department a parameter names.
   *
   * @throws InvalidInput naming the field if there is no such department (400)
   */
  public Uni<Department> named(String field, String code) {
    return findById(code)
        .onItem()
        .ifNull()
        .failWith(() -> new InvalidInput(field, "unknown-department", code));
  }

  /**
   * The department a caller acts for.
   *
   * @throws Forbidden if the platform does not know it, or it is abolished (403)
   */
  public Uni<Department> ofCaller(String code) {
    return findById(code)
        .onItem()
        .ifNull()
        .failWith(() -> new Forbidden("department-not-registered", code))
        .invoke(
            department -> {
              if (!department.active()) {
                throw new Forbidden("department-abolished", department.name());
              }
            });
  }

  Uni<Department> existing(String code) {
    return findById(code)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("department-not-found", code));
  }

  Uni<Department> locked(String code) {
    return findById(code, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("department-not-found", code));
  }

  /** Writers wait for each other: what one checks, another must not change. */
  Uni<Void> lockAll() {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery("lock table department in share row exclusive mode")
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** The lowest four digits that no department has. */
  Uni<String> nextSerial() {
    return Panache.getSession()
        .chain(session -> session.createNativeQuery(NEXT_SERIAL, String.class).getResultList())
        .map(
            found -> {
              if (found.isEmpty()) {
                throw new Conflict("serials-exhausted");
              }
              return found.get(0);
            });
  }
}
