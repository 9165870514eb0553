package org.govshare.catalog.calendar;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.govshare.platform.version.Versioned;

/** A time limit. The revision is the number in its {@code ETag}. */
@RegisterForReflection
public record TimeLimitView(
    LimitKind kind,
    int workingDays,
    int remindBefore,
    String changedBy,
    Instant changedAt,
    long revision)
    implements Versioned {}
