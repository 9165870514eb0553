package org.govshare.catalog.lifecycle.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.lifecycle.TransitionAction;
import org.govshare.catalog.resource.ResourceState;

/**
 * What became of each resource.
 *
 * @param action the step
 * @param done with how many it was taken
 * @param refused with how many it was not
 * @param items each of them, in the order in which they were named
 */
@RegisterForReflection
public record BulkResult(TransitionAction action, int done, int refused, List<Item> items) {

  static BulkResult of(TransitionAction action, List<Item> items) {
    int done = (int) items.stream().filter(Item::done).count();
    return new BulkResult(action, done, items.size() - done, items);
  }

  /**
   * One of them.
   *
   * @param id which
   * @param name its name, absent if the caller may not know of it
   * @param done whether the step was taken
   * @param code why not, as in the type of the problem it would be alone
   * @param reason the same in the caller's language
   * @param state where it stands now, absent if it is gone
   * @param revision the version it has now, absent if it is gone
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "BulkResultItem")
  public record Item(
      UUID id,
      String name,
      boolean done,
      String code,
      String reason,
      ResourceState state,
      Long revision) {}
}
