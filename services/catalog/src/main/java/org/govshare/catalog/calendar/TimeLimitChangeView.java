package org.govshare.catalog.calendar;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** What a time limit was changed to. */
@RegisterForReflection
public record TimeLimitChangeView(
    LimitKind kind,
    int workingDays,
    int remindBefore,
    String reason,
    String changedBy,
    Instant changedAt) {}
