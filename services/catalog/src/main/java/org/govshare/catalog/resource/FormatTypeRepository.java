package org.govshare.catalog.resource;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the known concrete formats; there are a few dozen. */
@Singleton
public class FormatTypeRepository {

  private static final String ALL =
      "select code, format, label from resource_format_type order by position, code";

  FormatTypeRepository() {}

  /** All of them in their order. */
  Uni<List<FormatTypeView>> inOrder() {
    return Panache.getSession()
        .chain(session -> session.createNativeQuery(ALL, Object[].class).getResultList())
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new FormatTypeView(
                                (String) row[0],
                                ResourceFormat.valueOf((String) row[1]),
                                (String) row[2]))
                    .toList());
  }

  /** All of them, to check against. */
  public Uni<FormatTypes> all() {
    return inOrder()
        .map(
            types ->
                new FormatTypes(
                    types.stream()
                        .collect(Collectors.toMap(FormatTypeView::code, FormatTypeView::format))));
  }
}
