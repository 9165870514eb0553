package org.govshare.catalog.finding;

import java.util.List;
import java.util.Optional;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.reactive.paging.PageRequest;

/**
 * Which part of what was found is asked for: a page by its number, near the beginning, or what
 * comes after a position.
 *
 * @param page number and size of the page
 * @param after where to go on, empty to count pages
 */
record Slice(PageRequest page, Optional<Position> after) {

  /** How far into a list numbered pages reach. */
  static final int OFFSET_LIMIT = 10_000;

  /**
   * The slice asked for by query parameters that may be absent.
   *
   * @throws InvalidInput if they are out of range or exclude each other (400)
   */
  static Slice of(Integer page, Integer size, String after, List<String> words) {
    PageRequest request = PageRequest.of(page, size);
    boolean continued = after != null && !after.isBlank();
    new InputChecks()
        .that(!continued || request.page() == 0, "page", "not-with-after")
        .that(
            (long) request.page() * request.size() <= OFFSET_LIMIT,
            "page",
            "use-after",
            OFFSET_LIMIT)
        .done();
    return new Slice(
        request, continued ? Optional.of(Position.read(after, words)) : Optional.empty());
  }
}
