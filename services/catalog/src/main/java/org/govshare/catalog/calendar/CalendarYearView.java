package org.govshare.catalog.calendar;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.govshare.platform.version.Versioned;

/** The holidays of a year. The revision is the number in its {@code ETag}. */
@RegisterForReflection
public record CalendarYearView(
    int year,
    String source,
    List<CalendarYearInput.Day> days,
    String changedBy,
    Instant changedAt,
    long revision)
    implements Versioned {}
