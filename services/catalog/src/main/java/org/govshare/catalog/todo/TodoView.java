package org.govshare.catalog.todo;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.calendar.Step;

/**
 * What waits for the caller; what else the caller's roles deal with is there when some of it waits.
 *
 * @param total over all kinds
 * @param kinds each with its count, which may be 0
 */
@RegisterForReflection
public record TodoView(long total, List<Kind> kinds) {

  /** How many of a kind. */
  @RegisterForReflection
  @Schema(name = "TodoKindCount")
  public record Kind(Step kind, long count) {}

  static TodoView of(List<Kind> kinds) {
    return new TodoView(kinds.stream().mapToLong(Kind::count).sum(), kinds);
  }
}
