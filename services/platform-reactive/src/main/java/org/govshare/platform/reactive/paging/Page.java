package org.govshare.platform.reactive.paging;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items what is on this page
 * @param total how many there are on all pages
 * @param page number of this page, from 0
 * @param size how many fit on a page
 */
@RegisterForReflection
public record Page<T>(List<T> items, long total, int page, int size) {

  public Page {
    items = List.copyOf(items);
  }

  /** A page as asked for. */
  public static <T> Page<T> of(List<T> items, long total, PageRequest request) {
    return new Page<>(items, total, request.page(), request.size());
  }

  /** The same page of something else. */
  public <R> Page<R> map(Function<? super T, ? extends R> view) {
    return new Page<>(items.stream().<R>map(view).toList(), total, page, size);
  }
}
