package org.govshare.catalog.resource;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.govshare.catalog.search.SearchItem;
import org.govshare.catalog.search.SearchRow;

/** Keeps the text under which resources are found. */
@Singleton
class ResourceSearch {

  private static final String UPSERT =
      """
      insert into resource_text (resource_id, name, keywords, items, other, name_initials,
          initials, tokens)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7, cast(cast(?8 as text) as integer[]))
      on conflict (resource_id) do update
      set name = excluded.name, keywords = excluded.keywords, items = excluded.items,
          other = excluded.other, name_initials = excluded.name_initials,
          initials = excluded.initials, tokens = excluded.tokens, facets = excluded.facets,
          newest = excluded.newest, written_by = excluded.written_by
      """;

  ResourceSearch() {}

  /** Writes what the resource is found by, in the caller's transaction. */
  Uni<Void> index(InformationResource resource, List<DataItem> items) {
    SearchRow row =
        SearchRow.of(
            resource.name(),
            resource.summary(),
            resource.keywords(),
            items.stream()
                .map(item -> new SearchItem(item.name(), item.fieldName(), item.description()))
                .toList());
    return Panache.getSession()
        .chain(
            session ->
                session
                    .flush()
                    .chain(
                        () ->
                            session
                                .createNativeQuery(UPSERT)
                                .setParameter(1, resource.id())
                                .setParameter(2, row.name())
                                .setParameter(3, row.keywords())
                                .setParameter(4, row.items())
                                .setParameter(5, row.other())
                                .setParameter(6, row.nameInitials())
                                .setParameter(7, row.initials())
                                .setParameter(8, row.tokenLiteral())
                                .executeUpdate()))
        .replaceWithVoid();
  }
}
