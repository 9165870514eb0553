package org.govshare.catalog.history;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on changes. */
@Singleton
class ChangeRepository implements PanacheRepository<ChangeRecord> {

  Uni<Page<ChangeRecord>> page(
      Optional<String> department, String kind, String objectId, PageRequest page) {
    List<String> conditions = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    department.ifPresent(code -> add(conditions, values, "departmentCode", code));
    add(conditions, values, "kind", kind);
    add(conditions, values, "objectId", objectId);
    String condition = conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    Object[] parameters = values.toArray();
    return count(condition, parameters)
        .chain(
            total ->
                find(condition + " order by id desc", parameters)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<ChangeRecord> found) -> Page.of(found, total, page)));
  }

  private static void add(
      List<String> conditions, List<Object> values, String column, String value) {
    if (value != null) {
      values.add(value);
      conditions.add(column + " = ?" + values.size());
    }
  }
}
