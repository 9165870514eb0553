package org.govshare.catalog.department;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.platform.problem.Forbidden;
import org.govshare.platform.problem.InvalidInput;

/** Reads departments. */
@Singleton
public class DepartmentRepository implements PanacheRepositoryBase<Department, String> {

  DepartmentRepository() {}

  Uni<List<Department>> inOrder() {
    return list("order by serial");
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
   * @throws Forbidden if the platform does not know it (403)
   */
  public Uni<Department> ofCaller(String code) {
    return findById(code)
        .onItem()
        .ifNull()
        .failWith(() -> new Forbidden("department-not-registered", code));
  }
}
