package org.govshare.exchange.process;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/**
 * A process as it is written.
 *
 * @param name at most 100 characters, unlike any other process's
 * @param services the services, each once, 1 to 100
 * @param edges which one waits for the success of which; no circle, at most 1,000
 */
@RegisterForReflection
public record ProcessDraft(String name, List<UUID> services, List<Edge> edges) {

  /**
   * One service waits for another.
   *
   * @param before the one that must have ended well
   * @param after the one that waits
   */
  @RegisterForReflection
  public record Edge(UUID before, UUID after) {}
}
