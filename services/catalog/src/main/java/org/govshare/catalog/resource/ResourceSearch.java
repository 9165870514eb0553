package org.govshare.catalog.resource;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.govshare.catalog.search.SearchText;

/** Keeps the text under which resources are found, and says where a query hit. */
@Singleton
class ResourceSearch {

  private static final String UPSERT =
      """
      insert into resource_search (resource_id, content, tokens) values (?1, ?2, ?3)
      on conflict (resource_id) do update set content = excluded.content, tokens = excluded.tokens
      """;

  ResourceSearch() {}

  Uni<Void> index(InformationResource resource, List<DataItem> items) {
    String content =
        SearchText.content(
            Stream.of(
                    Stream.of(resource.name(), resource.summary()),
                    resource.keywords().stream(),
                    items.stream().map(DataItem::name))
                .flatMap(fields -> fields));
    String tokens = String.join(" ", SearchText.pairs(content));
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
                                .setParameter(2, content)
                                .setParameter(3, tokens)
                                .executeUpdate()))
        .replaceWithVoid();
  }

  static List<String> matches(List<String> words, List<DataItem> items) {
    return items.stream()
        .map(DataItem::name)
        .filter(name -> words.stream().anyMatch(SearchText.normalise(name)::contains))
        .toList();
  }
}
