package org.govshare.exchange.process;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.version.Versioned;

/**
 * A process.
 *
 * @param id its identifier
 * @param name its name
 * @param services its services, each after those that it waits for
 * @param edges which one waits for the success of which
 * @param createdBy who made it
 * @param changedBy who changed it last
 * @param changedAt when
 * @param version version to name in {@code If-Match}
 */
@RegisterForReflection
public record ProcessView(
    UUID id,
    String name,
    List<UUID> services,
    List<ProcessDraft.Edge> edges,
    String createdBy,
    String changedBy,
    Instant changedAt,
    long version)
    implements Versioned {

  @Override
  public long revision() {
    return version;
  }
}
