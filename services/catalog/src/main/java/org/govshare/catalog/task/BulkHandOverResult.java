package org.govshare.catalog.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.calendar.Step;

/**
 * What became of each task.
 *
 * @param to whose they are now
 * @param done how many were handed over
 * @param refused how many stayed where they were
 * @param remaining how many open ones the call did not reach, because it takes 1,000 at once
 * @param items each of them: in the order in which they were named, or else the first due first
 */
@RegisterForReflection
public record BulkHandOverResult(
    String to, int done, int refused, long remaining, List<Item> items) {

  static BulkHandOverResult of(String to, long remaining, List<Item> items) {
    int done = (int) items.stream().filter(Item::done).count();
    return new BulkHandOverResult(to, done, items.size() - done, remaining, items);
  }

  /**
   * One of them.
   *
   * @param id which
   * @param kind what is to be done, absent if the caller may not know of it
   * @param title what people call its thing, absent likewise
   * @param done whether it was handed over
   * @param code why not, as in the type of the problem it would be alone, or the fault of its field
   * @param reason the same in the caller's language
   * @param revision the version it has now, absent if the caller may not know of it
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "BulkHandOverItem")
  public record Item(
      UUID id, Step kind, String title, boolean done, String code, String reason, Long revision) {}
}
