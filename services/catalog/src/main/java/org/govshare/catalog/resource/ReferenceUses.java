package org.govshare.catalog.resource;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.category.CategoryCounts;
import org.govshare.catalog.reference.Use;
import org.govshare.catalog.reference.UseFinder;
import org.govshare.catalog.reference.Uses;

/** Which reference data resources refer to, whatever state they are in. */
@Singleton
class ReferenceUses implements UseFinder, CategoryCounts {

  private static final Map<String, String> FIELDS =
      Map.of(
          "office",
          "officeId",
          "function",
          "functionId",
          "matter",
          "matterId",
          "system",
          "systemId");

  @Override
  public Uni<List<Use>> of(String kind, String id) {
    if (kind.equals("category")) {
      return query("categoryCode", id);
    }
    String field = FIELDS.get(kind);
    return field == null ? Uni.createFrom().item(List.of()) : query(field, UUID.fromString(id));
  }

  private static Uni<List<Use>> query(String field, Object id) {
    return Uses.query("resources", "InformationResource", field + " = ?1", id).map(List::of);
  }

  @Override
  public Uni<Map<String, Long>> published() {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createQuery(
                        """
                        select categoryCode, count(*) from InformationResource
                        where state = ?1 group by categoryCode
                        """,
                        Object[].class)
                    .setParameter(1, ResourceState.PUBLISHED)
                    .getResultList())
        .map(
            rows ->
                rows.stream()
                    .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1])));
  }
}
