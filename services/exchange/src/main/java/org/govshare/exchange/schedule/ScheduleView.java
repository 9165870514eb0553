package org.govshare.exchange.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.version.Versioned;

/**
 * The schedule of a service.
 *
 * @param serviceId the service
 * @param settings what was written, with defaults in the place of what was absent
 * @param afterServiceName name of the service whose runs it follows
 * @param nextFirings the next ten, as far as they can be foretold
 * @param changedBy who wrote it last; absent if nobody did
 * @param changedAt when
 * @param version version to name in {@code If-Match}; 0 if nobody wrote it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleView(
    UUID serviceId,
    ScheduleDraft settings,
    String afterServiceName,
    List<NextFiring> nextFirings,
    String changedBy,
    Instant changedAt,
    long version)
    implements Versioned {

  @Override
  public long revision() {
    return version;
  }
}
