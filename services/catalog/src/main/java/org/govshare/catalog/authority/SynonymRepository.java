package org.govshare.catalog.authority;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.UUID;
import org.govshare.catalog.search.SearchText;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on synonyms. */
@Singleton
class SynonymRepository implements PanacheRepositoryBase<Synonym, UUID> {

  private static final String WORDS =
      """
      select word, meaning, whole from compared_word where not whole or word = any (?1)
      """;

  Uni<Page<Synonym>> page(PageRequest page) {
    return count()
        .chain(
            total ->
                find("order by meaning, word")
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map(found -> Page.of(found, total, page)));
  }

  Uni<Synonym> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("synonym-not-found", id));
  }

  Uni<Synonym> ofWord(String folded) {
    return find("folded", folded).firstResult();
  }

  /**
   * How these names are compared: by the words of the last comparison, for only so do their keys
   * meet those that were decided on.
   */
  Uni<ItemKeys> keys(Collection<String> names) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(WORDS, Object[].class)
                    .setParameter(1, names.stream().map(SearchText::folded).toArray(String[]::new))
                    .getResultList())
        .map(
            rows ->
                new ItemKeys(
                    rows.stream()
                        .map(
                            row ->
                                new ComparedWord(
                                    (String) row[0], (String) row[1], (Boolean) row[2]))
                        .toList()));
  }
}
