package org.govshare.platform.reactive.paging;

import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/**
 * Which page of a list is asked for.
 *
 * @param page number of the page, from 0 to 100,000
 * @param size how many fit on a page, 1 to 100
 */
public record PageRequest(int page, int size) {

  /** Size of a page if the caller names none. */
  public static final int DEFAULT_SIZE = 20;

  /** Most that fit on a page. */
  public static final int MAXIMUM_SIZE = 100;

  private static final int MAXIMUM_PAGE = 100_000;

  /**
   * @throws InvalidInput if page or size is out of range (400)
   */
  public PageRequest {
    new InputChecks()
        .that(page >= 0 && page <= MAXIMUM_PAGE, "page", "out-of-range", 0, MAXIMUM_PAGE)
        .that(size >= 1 && size <= MAXIMUM_SIZE, "size", "out-of-range", 1, MAXIMUM_SIZE)
        .done();
  }

  /** The page asked for by query parameters that may be absent. */
  public static PageRequest of(Integer page, Integer size) {
    return new PageRequest(page == null ? 0 : page, size == null ? DEFAULT_SIZE : size);
  }

  /** How many elements come before this page. */
  public int offset() {
    return page * size;
  }
}
