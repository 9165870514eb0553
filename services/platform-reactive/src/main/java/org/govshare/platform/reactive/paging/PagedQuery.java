package org.govshare.platform.reactive.paging;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads one page of a query whose rows another query counts. */
public final class PagedQuery {

  private PagedQuery() {}

  /**
   * Counts, then reads the page, one after the other: a session runs one statement at a time.
   *
   * @param count how many rows there are on all pages
   * @param rows the rows in their order, without limits
   */
  public static <T> Uni<Page<T>> read(
      Mutiny.SelectionQuery<Long> count, Mutiny.SelectionQuery<T> rows, PageRequest page) {
    return count
        .getSingleResult()
        .chain(
            total ->
                rows.setFirstResult(page.offset())
                    .setMaxResults(page.size())
                    .getResultList()
                    .map(found -> Page.of(found, total, page)));
  }
}
