package org.govshare.platform.audit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Objects;

/**
 * Who did what, to what, and how it ended.
 *
 * @param who user or client
 * @param department code of the department acted for, or {@code null}
 * @param action what was done, for example {@code resource.publish}
 * @param object what it was done to, for example an identifier
 * @param outcome {@code done}, or the code of the problem that stopped it
 * @param at when
 * @param correlation identifier that ties it to the logs
 */
@RegisterForReflection
public record AuditFact(
    String who,
    String department,
    String action,
    String object,
    String outcome,
    Instant at,
    String correlation) {

  public AuditFact {
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(at, "at");
  }
}
