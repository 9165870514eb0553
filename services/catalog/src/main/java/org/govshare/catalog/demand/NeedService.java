package org.govshare.catalog.demand;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.UpdateFrequency;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Shows the 信息需求目录: to the authority all of it, to a department its needs and its part. */
@Singleton
class NeedService {

  /** Most entries of one export; the answer is made in memory. */
  private static final int EXPORT_LIMIT = 20_000;

  private final NeedRows rows;
  private final DepartmentRepository departments;
  private final NeedTable table;

  NeedService(NeedRows rows, DepartmentRepository departments, NeedTable table) {
    this.rows = rows;
    this.departments = departments;
    this.table = table;
  }

  @WithSession
  Uni<Page<NeedView>> list(
      Caller caller, DemandFilter filter, NeedView.Kind kind, PageRequest page) {
    String own = DemandFilter.confinedTo(caller).orElse(null);
    return departments
        .byCode()
        .chain(
            names ->
                rows.count(own, filter, kind)
                    .chain(
                        total ->
                            rows.rows(own, filter, kind, page.offset(), page.size())
                                .map(found -> Page.of(views(found, names), total, page))));
  }

  @WithSession
  Uni<String> export(Caller caller, DemandFilter filter, NeedView.Kind kind, Locale language) {
    String own = DemandFilter.confinedTo(caller).orElse(null);
    return departments
        .byCode()
        .chain(
            names ->
                rows.count(own, filter, kind)
                    .invoke(
                        total -> {
                          if (total > EXPORT_LIMIT) {
                            throw new Conflict("needs-too-many", total, EXPORT_LIMIT);
                          }
                        })
                    .chain(() -> rows.rows(own, filter, kind, 0, EXPORT_LIMIT))
                    .map(found -> table.of(views(found, names), language)));
  }

  private static List<NeedView> views(List<Row> found, Map<String, DepartmentView> names) {
    return found.stream().map(row -> view(row, names)).toList();
  }

  private static NeedView view(Row row, Map<String, DepartmentView> names) {
    String provider = row.getString("provider");
    String frequency = row.getString("frequency");
    return new NeedView(
        NeedView.Kind.valueOf(row.getString("kind")),
        row.getUUID("id"),
        names.get(row.getString("department")),
        provider == null ? null : names.get(provider),
        row.getString("name"),
        row.getString("items"),
        row.getString("purpose"),
        row.getString("legal_basis"),
        frequency == null ? null : UpdateFrequency.valueOf(frequency),
        row.getString("state"),
        row.getOffsetDateTime("created_at").toInstant());
  }
}
