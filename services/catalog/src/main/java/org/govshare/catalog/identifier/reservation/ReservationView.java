package org.govshare.catalog.identifier.reservation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.govshare.platform.version.Versioned;

/** A reserved range. The revision is the number in its {@code ETag}. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReservationView(
    UUID id,
    String prefix,
    int firstNumber,
    int lastNumber,
    String departmentCode,
    String reason,
    String reservedBy,
    Instant reservedAt,
    String releasedBy,
    Instant releasedAt,
    long revision)
    implements Versioned {}
